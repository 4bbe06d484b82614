import { Tabs } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import { FormContext, useDraftParts, type FormState, type Problem } from '../form/FormContext.tsx'
import type { Draft } from '../form/draft.ts'
import { pathText } from '../form/values.ts'
import { useCommands } from '../shell/commands.ts'
import { MissingLabels } from '../shell/MissingLabels.tsx'
import { rememberEntry } from '../shell/recent.ts'
import { useRight } from '../shell/rights.ts'
import { Why } from '../shell/Why.tsx'
import { CommentContext, fieldOfPath, openThreads, useCommentMarks, useComments } from './comments.ts'
import { ConflictCard } from './ConflictCard.tsx'
import { EntryHead } from './EntryHead.tsx'
import { FormBody } from './FormBody.tsx'
import { ProblemSummary, RestoredNotice } from './Notices.tsx'
import { focusPath, placeOf } from './places.ts'
import { PresenceContext } from './Presence.tsx'
import { titleOf } from './titles.ts'
import { usePresence } from './usePresence.ts'

const SidePanel = lazy(() => import('./SidePanel.tsx'))
const PublishPanel = lazy(() => import('./PublishPanel.tsx'))

export type PanelName = 'preview' | 'versions' | 'usedin' | 'workflow' | 'agreement' | 'comments' | 'schedule'

export interface EntrySearch {
  locale?: string
  beside?: string
  tab?: string
  panel?: PanelName
  /** What a new comment is about, and the thread that a link leads to. */
  field?: string
  comment?: string
}

const route = getRouteApi('/apps/$app/$id')

/** The field that the keyboard is in, as comments name it. */
function focusedField(): string | undefined {
  const path = document.activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path
  return path ? fieldOfPath(path) : undefined
}

export function EntryEditor({ app, draft }: { app: AppModel; draft: Draft }) {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/apps/$app/$id' })
  const [problems, setProblems] = useState<Problem[]>([])
  const [publishing, setPublishing] = useState(false)
  const locale = app.locales.some((one) => one.id === search.locale) ? (search.locale ?? app.defaultLocale) : app.defaultLocale
  const tabs = app.detail?.layout.tabs ?? []
  const tab = tabs.find((one) => one.name === search.tab)?.name ?? tabs[0]?.name ?? ''
  // What is typed into a field is that field's own: of the values, only the title is shown elsewhere.
  const [title] = useDraftParts(draft, () => [titleOf(app, draft.values, locale), draft.entry, draft.state, draft.conflicts, draft.refusals, draft.failure, draft.restoredFrom, draft.isNew, draft.canUndo, draft.canRedo] as const)
  const permissions = draft.entry?.['@permissions']
  const creation = useRight('create', app.contentType)
  const writing = draft.isNew ? creation : permissions?.write
  const readOnly = draft.entry?.state === 'deleted' || writing?.allowed === false
  const denied = permissions?.deniedFields
  const go = useCallback((change: Partial<EntrySearch>) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true }), [navigate])
  const { colleagues, tell } = usePresence(draft.entry?.['@id'], app.contentType)
  const shown = useMemo(() => [...problems, ...draft.refusals], [problems, draft.refusals])
  const form: FormState = useMemo(
    () => ({ draft, app, locale, readOnly, denied, problems: shown, prefix: '', onFocusField: tell }),
    [draft, app, locale, readOnly, denied, shown, tell],
  )
  useEffect(() => {
    document.title = `${title || t('entry.untitled')} · Nephele`
    if (draft.entry && title) rememberEntry({ app: app.name, appLabel: app.label.text, id: draft.entry['@id'], title, place: { tab: search.tab, locale: search.locale, beside: search.beside } })
  }, [title, draft.entry, app, t, search.tab, search.locale, search.beside])

  const jump = useCallback((name: string) => {
    const place = placeOf(app, name)
    // What is the same in all languages is found in each of them; and one that stands beside is on the screen.
    const isBeside = place.localized && place.locale === search.beside
    go({ tab: place.tab, ...(place.localized && !isBeside && { locale: place.locale }) })
    setTimeout(() => focusPath(place.path, isBeside ? 'beside-' : ''), 60)
  }, [app, go, search.beside])
  const undo = () => { const step = draft.undo(); if (step) jump(pathText(step.path)) }
  const redo = () => { const step = draft.redo(); if (step) jump(pathText(step.path)) }
  const step = (by: number) => { const at = tabs.findIndex((one) => one.name === tab); go({ tab: tabs[(at + by + tabs.length) % tabs.length]?.name }) }
  const nextLocale = () => { const at = app.locales.findIndex((one) => one.id === locale); go({ locale: app.locales[(at + 1) % app.locales.length]?.id }) }
  const toggle = (panel: PanelName) => go({ panel: search.panel === panel ? undefined : panel, field: undefined, comment: undefined })
  const comments = useComments(app.contentType, draft.entry?.['@id'])
  const comment = useCallback((field?: string) => {
    go({ panel: 'comments', field, comment: undefined })
    setTimeout(() => document.querySelector<HTMLElement>('.comment-new textarea')?.focus(), 60)
  }, [go])
  const marks = useCommentMarks(comments.data, comment)
  const group = t('entry.commands')
  useCommands([
    { id: 'publish', label: t('action.publish'), group, keys: 'Mod+Enter', run: () => setPublishing(true) },
    { id: 'save', label: t('entry.saveNow'), group, keys: 'Mod+S', run: () => void draft.saveNow().catch(() => undefined) },
    { id: 'undo', label: t('action.undo'), group, keys: 'Mod+Z', run: undo },
    { id: 'redo', label: t('action.redo'), group, keys: 'Mod+Shift+Z', run: redo },
    { id: 'next-tab', label: t('entry.nextTab'), group, keys: 'Alt+PageDown', run: () => step(1) },
    { id: 'previous-tab', label: t('entry.previousTab'), group, keys: 'Alt+PageUp', run: () => step(-1) },
    { id: 'next-locale', label: t('entry.nextLocale'), group, keys: 'Alt+L', run: nextLocale },
    { id: 'beside', label: t('entry.beside'), group, keys: 'Alt+B', run: () => go({ beside: search.beside ? undefined : (app.locales.find((one) => one.id !== locale)?.id ?? undefined) }) },
    { id: 'preview', label: t('panel.preview'), group, keys: 'Alt+P', run: () => toggle('preview') },
    { id: 'versions', label: t('panel.versions'), group, keys: 'Alt+V', run: () => toggle('versions') },
    { id: 'usedin', label: t('panel.usedin'), group, keys: 'Alt+U', run: () => toggle('usedin') },
    { id: 'comment', label: t('comments.here'), group, keys: 'Alt+C', run: () => { if (draft.entry) comment(focusedField()) } },
    { id: 'workflow', label: t('panel.workflow'), group, keys: 'Alt+W', run: () => toggle('workflow') },
    { id: 'agreement', label: t('panel.agreement'), group, run: () => toggle('agreement') },
    { id: 'schedule', label: t('panel.schedule'), group, run: () => toggle('schedule') },
    { id: 'list', label: t('entry.back'), group, keys: 'Alt+Backspace', run: () => void navigate({ to: '/apps/$app', params: { app: app.name } }) },
  ])
  const wrong = (name: string) => shown.filter((problem) => placeOf(app, problem.field).tab === name).length
  return (
    <PresenceContext value={colleagues}>
      <CommentContext value={draft.entry ? marks : null}>
        <FormContext value={form}>
          <div className="entry" data-panel={search.panel ? 'open' : 'closed'}>
            <EntryHead app={app} draft={draft} title={title} locale={locale} search={search} go={go} onPublish={() => setPublishing(true)} onUndo={undo} onRedo={redo} colleagues={colleagues} openComments={openThreads(comments.data)} />
            <div className="entry-columns">
              <div className="entry-form">
                {writing?.allowed === false && <div className="form-why"><Why permission={writing} /></div>}
                <RestoredNotice draft={draft} />
                <ConflictCard app={app} draft={draft} onJump={jump} />
                <ProblemSummary app={app} problems={shown} onJump={jump} onClose={() => setProblems([])} />
                {tabs.length > 1 && (
                  <Tabs value={tab} onChange={(next) => go({ tab: next ?? undefined })} className="entry-tabs" activateTabWithKeyboard={false}>
                    <Tabs.List aria-label={t('entry.tabs')}>
                      {tabs.map((one) => {
                        const count = wrong(one.name)
                        return <Tabs.Tab key={one.name} value={one.name} aria-controls="entry-fields">{one.label.text}{count > 0 && <span className="tab-count" aria-label={t('entry.problems', { count })}>{count}</span>}</Tabs.Tab>
                      })}
                    </Tabs.List>
                  </Tabs>
                )}
                <FormBody app={app} tab={tab} form={form} beside={search.beside} />
                <MissingLabels model={app.detail} />
              </div>
              {search.panel && <Suspense fallback={null}><SidePanel app={app} draft={draft} panel={search.panel} field={search.field} comment={search.comment} locale={locale} go={go} onJump={jump} /></Suspense>}
            </div>
          </div>
          <Suspense fallback={null}>
            {publishing && <PublishPanel app={app} draft={draft} onClose={() => setPublishing(false)} onProblems={setProblems} onJump={(name) => { setPublishing(false); jump(name) }} />}
          </Suspense>
        </FormContext>
      </CommentContext>
    </PresenceContext>
  )
}

import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOfApp, useApps, useEntryTypes } from '../api/apps.ts'
import { useAssetOptions } from '../api/assets.ts'
import { useFailure } from '../api/failing.ts'
import { useFilesByName, useQuickOpen } from '../api/quickOpen.ts'
import { Dialog } from './Dialog.tsx'
import { useAllCommands } from './commands.ts'
import { AppIcon } from './icons.tsx'
import { Keys } from './Keys.tsx'
import { recentEntries } from './recent.ts'

interface Choice {
  id: string
  group: string
  label: string
  hint?: ReactNode
  icon?: ReactNode
  run: () => void
}

/**
 * One field for everything: apps, deeds and entries, by a few letters.
 *
 * @param typed what somebody typed before it was there
 */
export default function Palette({ typed, onClose }: { typed: RefObject<string>; onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  // React may draw it some time before it shows it, and one types on meanwhile.
  useLayoutEffect(() => {
    if (typed.current) setText(typed.current)
    typed.current = ''
  }, [typed])
  const [selected, setSelected] = useState(0)
  const { choices, failure, isAsking } = useChoices(text)
  const list = useRef<HTMLDivElement>(null)
  const index = Math.min(selected, choices.length - 1)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index, choices])
  const run = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    choice.run()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setSelected((index + 1) % Math.max(1, choices.length))
    else if (event.key === 'ArrowUp') setSelected((index - 1 + choices.length) % Math.max(1, choices.length))
    else if (event.key === 'Enter') run(choices[index])
    else return
    event.preventDefault()
  }
  return (
    <Dialog onClose={onClose} withCloseButton={false} padding={0} size={620} yOffset="10vh" centered={false} attributes={{ content: { 'aria-label': t('palette.title') } }} transitionProps={{ duration: 0 }}>
      <TextInput data-autofocus autoFocus variant="unstyled" size="md" px="md" py={6} leftSection={<IconSearch size={17} aria-hidden />} leftSectionWidth={44} styles={{ input: { paddingLeft: 40 } }}
        placeholder={t('palette.placeholder')} aria-label={t('palette.placeholder')} value={text} onKeyDown={onKey}
        onChange={(event) => { setText(event.currentTarget.value); setSelected(0) }}
        role="combobox" aria-expanded={choices.length > 0} aria-controls="palette-list" aria-activedescendant={choices[index] ? `palette-${choices[index].id}` : undefined} />
      <div className="palette" hidden={choices.length === 0} id="palette-list" role="listbox" aria-label={t('palette.title')} ref={list}>
        {inGroups(choices).map(([group, members]) => (
          <div key={group} role="group" aria-label={group}>
            <div className="palette-group" aria-hidden>{group}</div>
            {members.map((choice) => {
              const at = choices.indexOf(choice)
              return (
                <div key={choice.id} id={`palette-${choice.id}`} role="option" aria-selected={at === index} className="palette-choice" onMouseMove={() => setSelected(at)} onClick={() => run(choice)}>
                  {choice.icon}
                  <span className="grow clip">{choice.label}</span>
                  {choice.hint && <span className="quiet tiny nowrap">{choice.hint}</span>}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {(failure || choices.length === 0) && <p className="quiet small" style={{ padding: '0.8rem 1rem' }} role="status">{failure ? t('palette.failed') : isAsking ? t('state.loading') : t('palette.nothing')}</p>}
    </Dialog>
  )
}

function inGroups(choices: Choice[]): [string, Choice[]][] {
  const groups = new Set(choices.map((choice) => choice.group))
  return [...groups].map((group) => [group, choices.filter((choice) => choice.group === group)])
}

function useChoices(text: string): { choices: Choice[]; failure: Error | null; isAsking: boolean } {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const commands = useAllCommands()
  const apps = useApps()
  const [wanted] = useDebouncedValue(text.trim(), 25)
  const types = useEntryTypes()
  const hits = useQuickOpen(types, wanted)
  const failure = useFailure(hits)
  const mayReadFiles = useAssetOptions().data?.may.read.allowed === true
  const files = useFilesByName(mayReadFiles ? wanted : '')
  const choices = useMemo(() => {
    const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    const fits = (label: string) => words.every((word) => label.toLocaleLowerCase().includes(word))
    const open = (app: string, id: string, place = {}) => () => void navigate({ to: '/apps/$app/$id', params: { app, id }, search: place })
    const appOf = new Map((apps.data ?? []).flatMap((group) => group.apps).map((app) => [app.contentType, app]))
    const entries: Choice[] = text.trim()
      ? (hits.data ?? []).flatMap((hit) => {
          const app = appOf.get(hit.contentType)
          if (!app) return []
          return [{ id: `entry-${hit.id}`, group: t('palette.entries'), label: hit.title, hint: app.label.text, icon: <AppIcon name={app.icon} app={app.contentType} size={16} />, run: open(app.name, hit.id) }]
        })
      : recentEntries().map((hit) => ({ id: `recent-${hit.id}`, group: t('palette.recent'), label: hit.title, hint: hit.appLabel, icon: <AppIcon app={hit.app} size={16} />, run: open(hit.app, hit.id, hit.place) }))
    const inLibrary: Choice[] = (text.trim() ? (files.data ?? []) : []).map((file) => ({ id: `file-${file['@id']}`, group: t('palette.entries'), label: file.title, hint: t('nav.media'), icon: <AppIcon name="asset" size={16} />, run: () => void navigate({ to: '/media/$id', params: { id: file['@id'] } }) }))
    const screens: Choice[] = (apps.data ?? []).flatMap((group) => group.apps)
      .filter((app) => fits(app.label.text))
      .map((app) => ({ id: `app-${app.name}`, group: t('palette.apps'), label: app.label.text, icon: <AppIcon name={app.icon} app={app.contentType ?? app.name} size={16} />, run: () => void navigate(placeOfApp(app)) }))
    const deeds: Choice[] = commands
      .filter((command) => !command.hidden && fits(`${command.group} ${command.label}`))
      .map((command) => ({ id: `command-${command.id}`, group: command.group, label: command.label, hint: command.keys ? <Keys keys={command.keys} /> : undefined, run: command.run }))
    // A file that is called so comes before an entry that is called something like it.
    const found = [...entries.filter((one) => fits(one.label)), ...inLibrary, ...entries.filter((one) => !fits(one.label))]
    const all = [...found, ...deeds.filter((deed) => deed.group !== t('palette.general')), ...screens, ...deeds.filter((deed) => deed.group === t('palette.general'))]
    return inGroups(all).flatMap(([, members]) => members)
  }, [text, commands, apps.data, hits.data, files.data, navigate, t])
  return { choices, failure: wanted ? failure : null, isAsking: hits.isFetching }
}

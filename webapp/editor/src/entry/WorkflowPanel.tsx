import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconCircleDashed, IconCircleDot } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { completeStage, planStage, reopenStage, tick, useWay, useWorkflow, wayKey, type StageState, type WayState, type WorkflowModel } from '../api/workflow.ts'
import type { FieldError } from '../api/problem.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { Why } from '../shell/Why.tsx'
import { formatDay, formatMoment } from '../theme/format.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { placeOf } from './places.ts'
import type { PanelProps } from './SidePanel.tsx'

type Stage = WorkflowModel['stages'][number]

/** Others tick and plan, too. */
const LOOKED_AT_MILLIS = 10_000

/** The stages of the entry, what the one it is in still needs, and going on or back. */
export function WorkflowPanel({ app, draft, onJump, go }: PanelProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const type = app.contentType ?? ''
  const id = draft.entry?.['@id'] ?? ''
  const way = useWay(type, id, LOOKED_AT_MILLIS)
  const model = useWorkflow(way.data?.way.workflow)
  const [busy, setBusy] = useState(false)
  const revision = draft.entry?.revision
  // What is missing follows from what is saved.
  useEffect(() => { void client.invalidateQueries({ queryKey: wayKey(type, id) }) }, [client, type, id, revision])
  const failed = way.error ?? model.error
  if (failed) return <FailureCard error={failed} retry={() => { void way.refetch(); void model.refetch() }} />
  if (way.data === null) return <p className="quiet">{t('workflow.none')}</p>
  if (!way.data || !model.data) return <p className="quiet">{t('state.loading')}</p>
  const deed = async (work: () => Promise<WayState>, done?: string) => {
    setBusy(true)
    try {
      if (draft.isUnsaved) await draft.saveNow()
      client.setQueryData(wayKey(type, id), await work())
      void client.invalidateQueries({ queryKey: ['tasks'] })
      if (done) tellDone(done)
    } catch (error) {
      tellFailure(error)
      void way.refetch()
    }
    setBusy(false)
  }
  const { way: state, missing, people } = way.data
  const may = draft.entry?.['@permissions']?.write
  const stages = model.data.stages
  const current = stages.findIndex((stage) => stage.name === state.current)
  const previous = stages[(current < 0 ? stages.length : current) - 1]
  const show = (problem: FieldError) => {
    if (problem.rule === 'agreement') go({ panel: 'agreement' })
    else onJump(problem.field)
  }
  return (
    <>
      <p className="quiet small">{model.data.label.text} · {current < 0 ? t('workflow.allDone') : t('workflow.at', { at: current + 1, count: stages.length })}</p>
      <Why permission={may} />
      <ol className="stages">
        {stages.map((stage, index) => {
          const stageState = state.stages.find((one) => one.name === stage.name)
          const where = stageState?.completedAt ? 'done' : stage.name === state.current ? 'now' : 'later'
          const Icon = where === 'done' ? IconCircleCheck : where === 'now' ? IconCircleDot : IconCircleDashed
          return (
            <li key={stage.name} data-where={where} aria-current={where === 'now' ? 'step' : undefined}>
              <Icon size={18} aria-hidden />
              <div className="grow stack" style={{ gap: '0.5rem' }}>
                <div>
                  <h3>{index + 1}. {stage.label.text}</h3>
                  <p className="quiet tiny">{summary(where, stageState, people)}</p>
                </div>
                {where === 'now' && stageState && (
                  <CurrentStage key={stage.name} {...{ type, id, stage, people, missing }} state={stageState} mayWrite={may?.allowed !== false} deed={deed}
                    labelOf={(problem) => problem.rule === 'checklist' ? (stage.checklist.find((item) => item.name === problem.field)?.label.text ?? problem.field) : placeOf(app, problem.field).label} onShow={show} />
                )}
              </div>
            </li>
          )
        })}
      </ol>
      <div className="row wrap" style={{ justifyContent: 'flex-end' }}>
        {previous && <Button variant="default" disabled={busy || may?.allowed === false} onClick={() => void deed(() => reopenStage(type, id, previous.name), t('workflow.reopened', { stage: previous.label.text }))}>{t('workflow.back', { stage: previous.label.text })}</Button>}
        {state.current && (
          <Button loading={busy} disabled={missing.length > 0 || may?.allowed === false} aria-describedby={missing.length > 0 ? 'stage-missing' : undefined}
            onClick={() => void deed(() => completeStage(type, id, state.current ?? ''), t('workflow.completed', { stage: stages[current]?.label.text }))}>{t('workflow.complete')}</Button>
        )}
      </div>
    </>
  )
}

function summary(where: string, state: StageState | undefined, people: Record<string, string>): string {
  if (!state) return ''
  const name = (user: string | undefined) => (user ? (people[user] ?? user) : '')
  if (where === 'done') return i18next.t('workflow.doneBy', { name: name(state.completedBy), when: formatMoment(state.completedAt) })
  return [state.assignee && name(state.assignee), state.due && i18next.t('workflow.dueOn', { day: formatDay(state.due) })].filter(Boolean).join(' · ')
}

interface CurrentProps {
  type: string
  id: string
  stage: Stage
  state: StageState
  people: Record<string, string>
  missing: FieldError[]
  mayWrite: boolean
  deed: (work: () => Promise<WayState>, done?: string) => Promise<void>
  labelOf: (problem: FieldError) => string
  onShow: (problem: FieldError) => void
}

function CurrentStage({ type, id, stage, state, people, missing, mayWrite, deed, labelOf, onShow }: CurrentProps) {
  const { t } = useTranslation()
  // What is ticked shows at once, and goes back where the server refuses it.
  const [ticked, setTicked] = useState<Record<string, boolean>>({})
  const [hours, setHours] = useState<string | number>(state.hours)
  // What a colleague has planned meanwhile is not overwritten by passing through the field.
  useEffect(() => setHours(state.hours), [state.hours])
  const locked = !mayWrite
  const check = (item: string, done: boolean) => {
    setTicked((before) => ({ ...before, [item]: done }))
    void deed(() => tick(type, id, stage.name, item, done)).then(() => setTicked((before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== item))))
  }
  const late = state.due !== undefined && state.due < new Date().toISOString().slice(0, 10)
  return (
    <>
      <PersonPicker type={type} id={id} label={t('workflow.assignee')} value={state.assignee} people={people} disabled={locked} onPick={(assignee) => void deed(() => planStage(type, id, stage.name, { assignee }))} />
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <TextInput key={state.due} className="grow" type="date" size="xs" label={t('workflow.due')} defaultValue={state.due} disabled={locked} error={late ? t('workflow.late') : undefined}
          onBlur={(event) => { if (event.currentTarget.value && event.currentTarget.value !== state.due) void deed(() => planStage(type, id, stage.name, { due: event.currentTarget.value })) }} />
        <NumberInput w="7.5rem" size="xs" label={t('workflow.hours')} min={0} max={100_000} decimalScale={2} value={hours} disabled={locked} onChange={setHours} hideControls
          onBlur={() => { if (Number(hours) !== state.hours) void deed(() => planStage(type, id, stage.name, { hours: Number(hours) })) }} />
      </div>
      {stage.checklist.length > 0 && (
        <fieldset className="plain stack" style={{ gap: '0.65rem' }}>
          <legend>{t('workflow.checklist')}</legend>
          {stage.checklist.map((item) => {
            const done = state.checklist[item.name]
            return (
              <Checkbox key={item.name} size="xs" label={item.required ? item.label.text : `${item.label.text} (${t('workflow.optional')})`} checked={ticked[item.name] ?? Boolean(done)} disabled={locked}
                description={done ? t('workflow.tickedBy', { name: people[done.by] ?? done.by, when: formatMoment(done.at) }) : undefined}
                onChange={(event) => check(item.name, event.currentTarget.checked)} />
            )
          })}
        </fieldset>
      )}
      {missing.length > 0 && (
        <div className="stage-missing" id="stage-missing" role="status">
          <IconAlertCircle size={15} aria-hidden />
          <div>
            <p className="strong small">{t('workflow.missing', { count: missing.length })}</p>
            <ul>
              {missing.map((problem) => (
                <li key={`${problem.rule} ${problem.field}`}>
                  {problem.rule === 'required' && <><button type="button" className="link" onClick={() => onShow(problem)}>{labelOf(problem)}</button> {t('workflow.needs.required')}</>}
                  {problem.rule === 'checklist' && <>{labelOf(problem)} {t('workflow.needs.checklist')}</>}
                  {problem.rule === 'published' && t('workflow.needs.published')}
                  {problem.rule === 'agreement' && <button type="button" className="link" onClick={() => onShow(problem)}>{t('workflow.needs.agreement')}</button>}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  )
}

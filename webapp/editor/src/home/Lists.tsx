import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Dashboard } from '../api/dashboard.ts'
import { formatAgo, formatDay, formatMoment } from '../theme/format.ts'
import { EntryLink, Panel } from './Panel.tsx'

export function ChangedLast({ rows, people }: { rows: Dashboard['recent']; people: Dashboard['people'] }) {
  const { t } = useTranslation()
  return (
    <Panel id="changed" title={t('home.changed')}>
      {rows.length === 0 && <p className="panel-body quiet">{t('home.changedNothing')}</p>}
      <ul className="recent">
        {rows.map((row) => (
          <li key={row.id}>
            <EntryLink contentType={row.contentType} id={row.id} title={row.title}>
              <span className="state tiny" data-state={row.state}><span className="only-read">{t(`state.${row.state as 'published'}`)}</span></span>
              <span className="quiet tiny nowrap only-wide">{people[row.by ?? ''] ?? row.by?.replace(/^system:/, '')}</span>
              <span className="quiet tiny nowrap">{formatAgo(row.changed)}</span>
            </EntryLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function OverdueTasks({ rows, total, people }: { rows: Dashboard['overdue']; total: number; people: Dashboard['people'] }) {
  const { t } = useTranslation()
  return (
    <Panel id="overdue" title={t('home.overdue')} total={total}>
      {rows.length === 0 && <p className="panel-body quiet">{t('home.overdueNothing')}</p>}
      <ul className="recent">
        {rows.map((row) => (
          <li key={`${row.entry} ${row.stage}`}>
            <EntryLink contentType={row.contentType} id={row.entry} title={`${row.title}: ${row.stageLabel}`}>
              <span className="quiet tiny nowrap only-wide">{people[row.assignee ?? ''] ?? row.assignee ?? t('home.nobody')}</span>
              <span className="late tiny nowrap">{formatDay(row.due)}</span>
            </EntryLink>
          </li>
        ))}
      </ul>
      {total > 0 && <p className="panel-more"><Link to="/tasks" search={{ whose: 'all', overdue: true }}>{t('home.allTasks')}</Link></p>}
    </Panel>
  )
}

export function PlannedPublications({ rows, total }: { rows: Dashboard['scheduled']; total: number }) {
  const { t } = useTranslation()
  return (
    <Panel id="planned" title={t('home.planned')} total={total}>
      {rows.length === 0 && <p className="panel-body quiet">{t('home.plannedNothing')}</p>}
      <ul className="recent">
        {rows.map((row) => (
          <li key={row.id}>
            <EntryLink contentType={row.contentType} id={row.entry} title={row.title}>
              <span className="tag">{t(`action.${row.action}`)}</span>
              <span className="quiet tiny nowrap">{formatMoment(row.at)}</span>
            </EntryLink>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function DefinitionProblems({ problems }: { problems: NonNullable<Dashboard['problems']> }) {
  const { t } = useTranslation()
  return (
    <Panel id="problems" title={t('nav.problems')} total={problems.total}>
      {problems.total === 0 && <p className="panel-body quiet">{t('problems.nothing')}</p>}
      <ul className="problem-rows">
        {problems.first.slice(0, 4).map((problem, at) => (
          <li key={at}>
            <span className="tag" data-severity={problem.severity}>{problem.severity.toLowerCase()}</span>
            <span className="grow break small">{problem.message}<span className="quiet tiny mono" style={{ display: 'block' }}>{[problem.file, problem.line].filter(Boolean).join(':')}</span></span>
          </li>
        ))}
      </ul>
      {problems.total > 0 && <p className="panel-more"><Link to="/problems">{t('home.allProblems')}</Link></p>}
    </Panel>
  )
}

import { ActionIcon, Button } from '@mantine/core'
import { IconHistory, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import type { Draft } from '../form/draft.ts'
import type { Problem } from '../form/FormContext.tsx'
import { formatAgo, localeName } from '../theme/format.ts'
import { placeOf } from './places.ts'

export function RestoredNotice({ draft }: { draft: Draft }) {
  const { t } = useTranslation()
  if (draft.restoredFrom === null) return null
  return (
    <div className="notice" role="status">
      <IconHistory size={17} aria-hidden />
      <p className="grow">{t('entry.restored', { when: formatAgo(new Date(draft.restoredFrom).toISOString()) })}</p>
      <Button variant="default" size="compact-sm" onClick={() => draft.discardRestored()}>{t('entry.discardRestored')}</Button>
      <ActionIcon aria-label={t('action.close')} onClick={() => draft.dismissRestored()}><IconX size={16} /></ActionIcon>
    </div>
  )
}

interface SummaryProps {
  app: AppModel
  problems: Problem[]
  onJump: (field: string) => void
  onClose: () => void
}

/** Everything that stands against publishing, each line a way to its field. */
export function ProblemSummary({ app, problems, onJump, onClose }: SummaryProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLElement>(null)
  const count = problems.length
  useEffect(() => {
    if (count > 0) box.current?.focus()
  }, [count])
  if (count === 0) return null
  return (
    <section className="notice notice-wrong" aria-labelledby="problem-summary" tabIndex={-1} ref={box}>
      <div className="grow">
        <h2 id="problem-summary">{t('entry.problems', { count })}</h2>
        <ProblemList app={app} problems={problems} onJump={onJump} />
      </div>
      <ActionIcon aria-label={t('action.close')} onClick={onClose}><IconX size={16} /></ActionIcon>
    </section>
  )
}

export function ProblemList({ app, problems, onJump }: Omit<SummaryProps, 'onClose'>) {
  return (
    <ul className="problem-list">
      {problems.map((problem) => {
        const place = placeOf(app, problem.field)
        return (
          <li key={`${problem.field} ${problem.message}`}>
            <button type="button" className="link" onClick={() => onJump(problem.field)}>{place.label}{place.locale !== app.defaultLocale && ` (${localeName(place.locale)})`}</button>
            <span className="break"> {problem.message}</span>
          </li>
        )
      })}
    </ul>
  )
}

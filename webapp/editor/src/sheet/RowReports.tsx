import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowReport } from '../api/sheets.ts'

const AT_ONCE = 100

/** Row by row: its number in the spreadsheet, what becomes of it, and why. */
export function RowReports({ rows }: { rows: RowReport[] }) {
  const { t } = useTranslation()
  const [most, setMost] = useState(AT_ONCE)
  if (rows.length === 0) return <p className="quiet">{t('sheet.noRows')}</p>
  return (
    <>
      <ol className="panel sheet-rows" aria-label={t('sheet.show')}>
        {rows.slice(0, most).map((row) => (
          <li key={row.row}>
            <span className="quiet nowrap sheet-number">{t('sheet.row', { number: row.row })}</span>
            <span className="outcome" data-outcome={row.outcome}>{t(`sheet.outcome.${row.outcome}`)}</span>
            <div className="grow">
              <span className="strong break">{row.title}</span>
              {row.outcome === 'changed' && (
                <ul className="sheet-changes">{row.changes.map((change) => <li key={change.field} className="break"><span className="quiet">{change.column ?? change.field}:</span> {change.before && <del>{change.before}</del>} <ins>{change.after || t('sheet.nothing')}</ins></li>)}</ul>
              )}
              {row.problems.length > 0 && (
                <ul className="sheet-changes" data-wrong={row.outcome === 'refused' || undefined}>{row.problems.map((problem) => <li key={`${problem.field} ${problem.rule}`} className="break">{problem.column && <strong>{problem.column}: </strong>}{problem.message}</li>)}</ul>
              )}
            </div>
          </li>
        ))}
      </ol>
      {rows.length > most && <Button variant="default" onClick={() => setMost(most + AT_ONCE)}>{t('sheet.more', { count: Math.min(AT_ONCE, rows.length - most) })}</Button>}
    </>
  )
}

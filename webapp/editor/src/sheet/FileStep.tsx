import { Button, FileButton, NumberInput, Select } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import { ApiError } from '../api/problem.ts'
import { bringSheet, limitsQuery, type Reading, type Sheet } from '../api/sheets.ts'
import { formatBytes, formatNumber } from '../theme/format.ts'

const KINDS = '.xlsx,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Props {
  app: AppModel
  sheet: Sheet | null
  file: File | null
  onSheet: (sheet: Sheet, file: File) => void
  onNext: () => void
}

/** The file, and how it was read; what was found out about it can be put right. */
export function FileStep({ app, sheet, file, onSheet, onNext }: Props) {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const latest = useRef(0)
  const limits = useQuery(limitsQuery(app.contentType ?? '')).data
  const bring = async (from: File | null, reading: Reading = {}) => {
    if (!from) return
    const turn = ++latest.current
    setBusy(true)
    setError(null)
    try {
      const brought = await bringSheet(app.contentType ?? '', from, reading)
      if (turn === latest.current) onSheet(brought, from)
    } catch (failure) {
      if (turn === latest.current) setError(failure instanceof ApiError && !failure.isOffline ? failure.message : t('failure.offline'))
    }
    if (turn === latest.current) setBusy(false)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void bring(event.dataTransfer.files[0] ?? null)
  }
  const read = sheet?.reading
  const again = (change: Reading) => void bring(file, { worksheet: read?.worksheet, headings: read?.headings, encoding: read?.encoding, separator: read?.separator, ...change })
  return (
    <div className="stack">
      <div className="drop" data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
        <IconTableImport size={28} aria-hidden />
        <p>{t('sheet.drop')}</p>
        <FileButton accept={KINDS} onChange={(chosen) => void bring(chosen)} inputProps={{ 'aria-label': t('sheet.choose'), tabIndex: -1 }}>
          {(props) => <Button {...props} loading={busy} variant={sheet ? 'default' : 'filled'}>{t(sheet ? 'sheet.other' : 'sheet.choose')}</Button>}
        </FileButton>
        {limits && <p className="quiet small">{t('sheet.formats', { rows: formatNumber(limits.maxRows), columns: formatNumber(limits.maxColumns), size: formatBytes(limits.maxBytes) })}</p>}
      </div>
      {error && <div className="notice notice-wrong" role="alert"><p className="grow break">{error}</p></div>}
      {sheet && read && (
        <section className="panel panel-body stack" aria-label={sheet.name} aria-busy={busy}>
          <p role="status"><strong className="break">{sheet.name}</strong> · {t('sheet.rows', { count: sheet.rows, formatted: formatNumber(sheet.rows) })} · {t('sheet.columnCount', { count: sheet.columns.length })}</p>
          <div className="sheet-reading">
            {read.worksheets && read.worksheets.length > 1 && <Select label={t('sheet.worksheet')} data={read.worksheets} value={read.worksheet ?? null} allowDeselect={false} onChange={(worksheet) => again({ worksheet: worksheet ?? undefined, headings: undefined })} />}
            {sheet.encodings.length > 0 && <Select label={t('sheet.encoding')} data={sheet.encodings} value={read.encoding ?? null} allowDeselect={false} onChange={(encoding) => again({ encoding: encoding ?? undefined })} />}
            {read.separator !== undefined && <Select label={t('sheet.separator')} value={read.separator} allowDeselect={false} onChange={(separator) => again({ separator: separator ?? undefined })}
              data={[{ value: ';', label: `; ${t('sheet.sign.semicolon')}` }, { value: ',', label: `, ${t('sheet.sign.comma')}` }, { value: '\t', label: t('sheet.sign.tab') }, { value: '|', label: `| ${t('sheet.sign.bar')}` }]} />}
            <NumberInput label={t('sheet.headings')} value={read.headings} min={1} max={100} allowDecimal={false} onBlur={(event) => { const row = Number(event.currentTarget.value); if (row > 0 && row !== read.headings) again({ headings: row }) }} />
          </div>
          <Preview sheet={sheet} />
          <div className="row sheet-deeds"><Button onClick={onNext} disabled={sheet.rows === 0 || busy}>{t('sheet.toColumns')}</Button></div>
        </section>
      )}
    </div>
  )
}

/** The first values of each column: wrong letters are seen here. */
function Preview({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation()
  return (
    <div className="sheet-preview" tabIndex={0} role="region" aria-label={t('sheet.preview')}>
      <table>
        <caption className="quiet small">{t('sheet.examples')}</caption>
        <thead><tr>{sheet.columns.map((column) => <th key={column.name} scope="col"><span className="quiet">{column.letter}</span> {column.name}</th>)}</tr></thead>
        <tbody>{[0, 1, 2].map((at) => <tr key={at}>{sheet.columns.map((column) => <td key={column.name}>{column.examples[at] ?? ''}</td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}

import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../api/problem.ts'

const ENCODINGS = ['windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'iso-8859-2', 'iso-8859-5', 'iso-8859-7', 'utf-16le']

/** What is wrong with a file, line by line; one in an old encoding can be read again in another. */
export function FileProblems({ error, onRetry, onClose }: { error: unknown; onRetry: (encoding: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [encoding, setEncoding] = useState('windows-1250')
  const known = error instanceof ApiError ? error : null
  const lines = known?.fields ?? []
  return (
    <div className="notice notice-wrong" role="alert">
      <div className="grow">
        <div className="row">
          <h2 className="grow">{t('transcript.fileRefused')}</h2>
          <Button size="compact-xs" variant="subtle" onClick={onClose}>{t('action.close')}</Button>
        </div>
        {lines.length === 0 && <p className="break">{known?.message ?? t('failure.defect')}</p>}
        {lines.length > 0 && <ul className="problem-list">{lines.map((line) => <li key={`${line.field}-${line.message}`} className="break"><span className="strong">{line.field.replace(/^line /, `${t('transcript.line')} `)}</span>: {line.message}</li>)}</ul>}
        {lines.some((line) => line.rule === 'encoding') && (
          <div className="row wrap" style={{ marginTop: '0.5rem' }}>
            <Select size="xs" aria-label={t('transcript.encoding')} allowDeselect={false} data={ENCODINGS} value={encoding} onChange={(next) => setEncoding(next ?? encoding)} />
            <Button size="xs" variant="default" onClick={() => onRetry(encoding)}>{t('transcript.tryEncoding')}</Button>
          </div>
        )}
      </div>
    </div>
  )
}

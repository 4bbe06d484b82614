import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '../api/model.ts'
import type { ControlProps } from './controls.tsx'

/** Code as it is; JSON, and what no other control is known for, only when it can be read. */
export default function CodeControl({ field, value, id, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const isText = field.type === 'codeField' || (field.valueType === 'string' && !field.multiple && field.type !== 'jsonField')
  const shown = isText ? String(value ?? '') : typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value, null, 2)
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const change = (text: string) => {
    if (isText) return onChange(text || undefined)
    setTyped(text)
    if (text.trim() === '') {
      setWrong(null)
      return onChange(undefined)
    }
    try {
      const read = JSON.parse(text) as Json
      setWrong(null)
      onChange(field.valueType === 'string' ? text : read)
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Textarea id={id} aria-describedby={describedBy} readOnly={readOnly} error={wrong ? t('field.jsonWrong', { reason: wrong }) : invalid} autosize minRows={4} maxRows={24} spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.8125rem', tabSize: 2 } }} value={typed ?? shown}
      onChange={(event) => change(event.currentTarget.value)} onBlur={() => { if (!wrong) setTyped(null) }} />
  )
}

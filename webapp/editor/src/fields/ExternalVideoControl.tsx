import '../theme/transcript.css'
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useExternalVideo } from '../api/transcripts.ts'
import { ExternalVideoCard } from '../transcript/ExternalVideoCard.tsx'
import type { ControlProps } from './controls.tsx'

/** The address of a film with others: whose it is, and its player once one agreed to it. */
export default function ExternalVideoControl({ value, id, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const text = typeof value === 'string' ? value : ''
  const [settled] = useDebouncedValue(text, 400)
  const known = useExternalVideo(settled)
  const wrong = known.isError && settled === text && text !== '' ? known.error.message.replace(/^url /, '') : null
  return (
    <div className="stack">
      <TextInput id={id} type="url" inputMode="url" aria-describedby={[describedBy, wrong && `${id}-wrong`].filter(Boolean).join(' ') || undefined} error={invalid || wrong !== null} readOnly={readOnly} value={text} placeholder="https://"
        onChange={(event) => onChange(event.currentTarget.value.trim() === '' ? undefined : event.currentTarget.value)} />
      {wrong && <p className="field-error break" id={`${id}-wrong`} role="status">{wrong}</p>}
      {known.data && text !== '' && <ExternalVideoCard video={known.data} />}
    </div>
  )
}

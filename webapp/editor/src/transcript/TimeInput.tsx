import { ActionIcon, TextInput } from '@mantine/core'
import { IconTarget } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { formatTime, parseTime } from './segments.ts'

interface Props {
  value: number
  label: string
  /** Names the button that takes the time of the player. */
  takeLabel: string
  id?: string
  readOnly: boolean
  wrong: boolean
  onChange: (time: number) => void
  onTake?: () => void
}

/** A time as people write it; what is none is left as it was. */
export function TimeInput({ value, label, takeLabel, id, readOnly, wrong, onChange, onTake }: Props) {
  const [typed, setTyped] = useState(formatTime(value))
  useEffect(() => setTyped(formatTime(value)), [value])
  const time = parseTime(typed)
  const done = () => {
    if (time === null) setTyped(formatTime(value))
    else if (Math.abs(time - value) > 0.0005) onChange(time)
  }
  return (
    <TextInput id={id} size="xs" className="time" aria-label={label} readOnly={readOnly} error={wrong || time === null} value={typed} inputMode="decimal" onChange={(event) => setTyped(event.currentTarget.value)} onBlur={done}
      onKeyDown={(event) => { if (event.key === 'Enter') done() }}
      rightSection={onTake && !readOnly ? <ActionIcon size={24} aria-label={takeLabel} title={takeLabel} onClick={onTake}><IconTarget size={14} /></ActionIcon> : undefined} />
  )
}

import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleOf } from '../api/comments.ts'

interface Props {
  type: string
  id: string
  label: string
  value?: string
  /** The full names of those who are known already, by name. */
  people: Record<string, string>
  disabled?: boolean
  onPick: (name: string) => void
}

/** One of those who may read the entry. */
export function PersonPicker({ type, id, label, value, people, disabled, onPick }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [opened, setOpened] = useState(false)
  const chosen = value ? (people[value] ?? value) : ''
  const [wanted] = useDebouncedValue(text === chosen ? '' : text, 150)
  const found = useQuery({ queryKey: ['people', type, id, wanted], queryFn: ({ signal }) => peopleOf(type, id, wanted, signal), enabled: opened, placeholderData: keepPreviousData, staleTime: 30_000 })
  const data = (found.data ?? []).map((person) => ({ value: person.name, label: person.fullName ? `${person.fullName} (${person.name})` : person.name }))
  if (value && !data.some((choice) => choice.value === value)) data.unshift({ value, label: chosen })
  return (
    <Select size="xs" label={label} placeholder={t('workflow.nobody')} data={data} value={value ?? null} disabled={disabled} searchable clearable onSearchChange={setText} filter={({ options }) => options}
      onDropdownOpen={() => setOpened(true)} nothingFoundMessage={t('picker.nothing')} clearButtonProps={{ 'aria-label': t('workflow.takeAway') }} onChange={(next) => onPick(next ?? '')} />
  )
}

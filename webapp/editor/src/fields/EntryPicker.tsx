import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReferenceSearch, type Hit } from '../api/choices.ts'
import { useFailure } from '../api/failing.ts'

interface Props {
  types: string[]
  label?: string
  id?: string
  describedBy?: string
  invalid?: boolean
  placeholder?: string
  onPick: (hit: Hit | null) => void
  onCreate?: (title: string) => void
}

/** Finds an entry by a few letters of its title, in any of its languages. */
export function EntryPicker({ types, label, id, describedBy, invalid, placeholder, onPick, onCreate }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), 120)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useReferenceSearch(types, wanted, combobox.dropdownOpened)
  const failure = useFailure(found)
  const hits = found.data ?? []
  return (
    <Combobox store={combobox} onOptionSubmit={(chosen) => {
      if (chosen === '$create') onCreate?.(text.trim())
      else onPick(hits.find((hit) => hit.id === chosen) ?? null)
      setText('')
      combobox.closeDropdown()
    }}>
      <Combobox.Target>
        <InputBase id={id} label={label} aria-describedby={describedBy} error={invalid} value={text} placeholder={placeholder ?? t('picker.search')} rightSection={found.isFetching ? <Loader size={14} /> : <Combobox.Chevron />} rightSectionPointerEvents="none"
          onChange={(event) => { setText(event.currentTarget.value); combobox.openDropdown(); combobox.selectFirstOption() }} onClick={() => combobox.openDropdown()} onFocus={() => combobox.openDropdown()} onBlur={() => combobox.closeDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {hits.map((hit) => (
            <Combobox.Option value={hit.id} key={hit.id}>
              <span className="row">
                <span className="grow"><span className="break">{hit.title}</span>{hit.path && <span className="quiet tiny clip" style={{ display: 'block' }}>{hit.path}</span>}</span>
                {hit.state && <span className="state tiny" data-state={hit.state}>{t(`state.${hit.state}` as 'state.published')}</span>}
              </span>
            </Combobox.Option>
          ))}
          {failure ? <Combobox.Empty>{t('picker.failed')}</Combobox.Empty> : hits.length === 0 && !found.isFetching && <Combobox.Empty>{t('picker.nothing')}</Combobox.Empty>}
          {/* Not before it is known whether it is there already. */}
          {onCreate && !failure && <Combobox.Option value="$create"><span className="strong">{text.trim() ? t('picker.createNamed', { title: text.trim() }) : t('picker.create')}</span></Combobox.Option>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

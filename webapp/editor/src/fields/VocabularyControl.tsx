import { CheckIcon, Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTerms, type Term } from '../api/choices.ts'
import type { ControlProps } from './controls.tsx'

export interface Shown extends Term {
  depth: number
  /** The labels above it. */
  above: string[]
}

/** Terms in the order of their tree; of a search, those that fit with all that lies above them named. */
export function shownTerms(terms: Term[], text: string): Shown[] {
  const below = new Map<string | undefined, Term[]>()
  const codes = new Set(terms.map((term) => term.code))
  for (const term of terms) {
    const parent = term.parent && codes.has(term.parent) ? term.parent : undefined
    below.set(parent, [...(below.get(parent) ?? []), term])
  }
  const found: Shown[] = []
  const visit = (parent: string | undefined, above: string[]) => {
    for (const term of below.get(parent) ?? []) {
      found.push({ ...term, depth: above.length, above })
      visit(term.code, [...above, term.label])
    }
  }
  visit(undefined, [])
  const words = fold(text).split(/\s+/).filter(Boolean)
  if (words.length === 0) return found
  return found.filter((term) => words.every((word) => fold(`${term.label} ${term.code}`).includes(word))).map((term) => ({ ...term, depth: 0 }))
}

export function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().replaceAll('đ', 'd').replaceAll('ł', 'l').trim()
}

/** One or several terms of a vocabulary, which may be a tree of thousands. */
export default function VocabularyControl({ field, value, id, labelId, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const { t } = useTranslation()
  const terms = useTerms(field.datasource?.url)
  const [text, setText] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => { combobox.resetSelectedOption(); setText('') } })
  const chosen = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
  const labels = useMemo(() => new Map((terms.data ?? []).map((term) => [term.code, term.label])), [terms.data])
  const shown = useMemo(() => shownTerms(terms.data ?? [], text), [terms.data, text])
  const most = 400
  const store = (next: string[]) => onChange(field.multiple ? (next.length > 0 ? next : undefined) : next.at(-1))
  const toggle = (code: string) => {
    if (chosen.includes(code)) store(field.multiple || !field.required ? chosen.filter((other) => other !== code) : chosen)
    else store(field.multiple ? [...chosen, code] : [code])
    setText('')
    if (!field.multiple) combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={toggle} disabled={readOnly}>
      <Combobox.DropdownTarget>
        <PillsInput onClick={() => !readOnly && combobox.openDropdown()} error={invalid} rightSection={<Combobox.Chevron />} rightSectionPointerEvents="none">
          <Pill.Group>
            {chosen.map((code) => (
              <Pill key={code} withRemoveButton={!readOnly && (field.multiple || !field.required)} onRemove={() => store(chosen.filter((other) => other !== code))} removeButtonProps={{ 'aria-label': t('picker.remove', { title: labels.get(code) ?? code }), tabIndex: 0, 'aria-hidden': false }}
                data-unknown={(terms.isSuccess && !labels.has(code)) || undefined}>{labels.get(code) ?? code}</Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field id={id} aria-labelledby={labelId} aria-describedby={describedBy} readOnly={readOnly} value={text} placeholder={chosen.length === 0 ? (field.placeholder?.text ?? t('picker.choose')) : undefined}
                onFocus={() => !readOnly && combobox.openDropdown()} onBlur={() => combobox.closeDropdown()}
                onChange={(event) => { setText(event.currentTarget.value); combobox.openDropdown(); combobox.updateSelectedOptionIndex('active') }}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && text === '' && chosen.length > 0 && (field.multiple || !field.required)) {
                    event.preventDefault()
                    store(chosen.slice(0, -1))
                  }
                }} />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }}>
          {shown.slice(0, most).map((term) => (
            <Combobox.Option key={term.code} value={term.code} active={chosen.includes(term.code)} style={{ paddingInlineStart: `${0.6 + term.depth * 1.1}rem` }}>
              <span className="row">
                <span className="grow">
                  <span className={term.depth === 0 && !text ? 'strong' : undefined}>{term.label}</span>
                  {text && term.above.length > 0 && <span className="quiet tiny" style={{ display: 'block' }}>{term.above.join(' › ')}</span>}
                </span>
                {term.label !== term.code && <span className="quiet tiny mono">{term.code.length <= 8 ? term.code : ''}</span>}
                {chosen.includes(term.code) && <CheckIcon size={11} />}
              </span>
            </Combobox.Option>
          ))}
          {shown.length > most && <Combobox.Empty>{t('picker.more', { count: shown.length - most })}</Combobox.Empty>}
          {shown.length === 0 && <Combobox.Empty>{terms.isPending ? t('state.loading') : terms.isError ? t('picker.failed') : t('picker.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

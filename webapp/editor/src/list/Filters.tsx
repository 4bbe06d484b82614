import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Bucket, EntryPage, Filter } from '../api/model.ts'
import { fold } from '../fields/VocabularyControl.tsx'
import { formatNumber } from '../theme/format.ts'
import { withFilter, type ListSearch } from './listState.ts'

interface Props {
  app: AppModel
  facets: EntryPage['facets'] | undefined
  search: ListSearch
  change: (search: ListSearch) => void
  onClose: () => void
}

const STATES = ['not-published', 'modified', 'published', 'deleted'] as const

/** What narrows the list, with how many there are of each. */
export function Filters({ app, facets, search, change, onClose }: Props) {
  const { t } = useTranslation()
  const filters = app.browser?.filters ?? []
  return (
    <aside className="filters" aria-label={t('list.filters')}>
      <div className="row filters-head">
        <h2 className="grow">{t('list.filters')}</h2>
        {search.filter && <Button size="compact-xs" variant="subtle" onClick={() => change({ ...search, filter: undefined })}>{t('list.clear')}</Button>}
        <ActionIcon size={26} aria-label={t('action.close')} onClick={onClose}><IconX size={15} /></ActionIcon>
      </div>
      {filters.map((filter) => <FilterBox key={filter.name} filter={filter} buckets={facets?.[filter.property ?? filter.name]?.buckets ?? facets?.[filter.name]?.buckets} search={search} change={change} />)}
    </aside>
  )
}

const FIRST = 7

function FilterBox({ filter, buckets, search, change }: { filter: Filter; buckets: Bucket[] | undefined; search: ListSearch; change: (search: ListSearch) => void }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const [text, setText] = useState('')
  const chosen = search.filter?.[filter.name] ?? []
  const listed: { value: string; label: string; count?: number }[] = filter.kind === 'state' && !buckets
    ? STATES.map((state) => ({ value: state, label: t(`state.${state}`) }))
    : (buckets ?? []).map((bucket) => ({ ...bucket, label: filter.kind === 'state' ? t(`state.${bucket.value}` as 'state.published') : filter.kind === 'flag' ? t(bucket.value === 'true' ? 'field.yes' : 'field.no') : bucket.label }))
  const gone = chosen.filter((value) => !listed.some((one) => one.value === value)).map((value) => ({ value, label: value, count: 0 }))
  const options = [...gone, ...listed].filter((option) => fold(option.label).includes(fold(text)))
  const shown = all ? options : options.slice(0, FIRST)
  if (listed.length + gone.length === 0) return null
  return (
    <details className="filter" open={chosen.length > 0 || filter.kind === 'state' || undefined}>
      <summary>{filter.label.text}{chosen.length > 0 && <span className="tab-count">{chosen.length}</span>}</summary>
      {listed.length > 12 && <TextInput size="xs" aria-label={t('filter.find', { what: filter.label.text })} placeholder={t('picker.search')} value={text} onChange={(event) => setText(event.currentTarget.value)} mb={6} />}
      <Checkbox.Group value={chosen} onChange={(values) => change(withFilter(search, filter.name, values))} aria-label={filter.label.text}>
        {shown.map((option) => (
          <div className="filter-option" key={option.value}>
            <Checkbox size="xs" value={option.value} label={option.label} className="grow" />
            {option.count !== undefined && <span className="quiet tiny">{formatNumber(option.count)}</span>}
          </div>
        ))}
      </Checkbox.Group>
      {options.length > FIRST && <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>{all ? t('filter.less') : t('filter.more', { count: options.length - FIRST })}</Button>}
    </details>
  )
}

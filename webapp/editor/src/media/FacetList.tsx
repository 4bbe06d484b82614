import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FACETS, type AssetPage, type Facet } from '../api/assets.ts'
import { useReferences } from '../api/choices.ts'
import { formatNumber } from '../theme/format.ts'
import { useFacetLabel } from './labels.ts'
import { withFacet, type MediaSearch } from './mediaState.ts'

const FIRST = 6

/** What narrows the library, with how many there are of each. */
export function FacetList({ facets, search, change }: { facets: AssetPage['facets'] | undefined; search: MediaSearch; change: (search: MediaSearch) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="row filters-head">
        <h2 className="grow">{t('list.filters')}</h2>
        {search.filter && <Button size="compact-xs" variant="subtle" onClick={() => change({ ...search, filter: undefined })}>{t('list.clear')}</Button>}
      </div>
      {FACETS.map((facet) => <FacetBox key={facet} facet={facet} values={facets?.[facet] ?? []} search={search} change={change} />)}
    </>
  )
}

function FacetBox({ facet, values, search, change }: { facet: Facet; values: { value: string; count: number }[]; search: MediaSearch; change: (search: MediaSearch) => void }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const label = useFacetLabel()
  const chosen = search.filter?.[facet] ?? []
  const organisations = useReferences(facet === 'organisation' ? values.map((one) => one.value) : [])
  const gone = chosen.filter((value) => !values.some((one) => one.value === value)).map((value) => ({ value, count: 0 }))
  const options = [...gone, ...values]
  if (options.length === 0) return null
  const name = (value: string) => (facet === 'organisation' ? (organisations.data?.find((hit) => hit.id === value)?.title ?? value) : label(facet, value))
  return (
    <details className="filter" open={chosen.length > 0 || facet === 'kind' || facet === 'missing' || undefined}>
      <summary>{t(`media.facet.${facet}`)}{chosen.length > 0 && <span className="tab-count">{chosen.length}</span>}</summary>
      <Checkbox.Group value={chosen} onChange={(next) => change(withFacet(search, facet, next))} aria-label={t(`media.facet.${facet}`)}>
        {(all ? options : options.slice(0, FIRST)).map((option) => (
          <div className="filter-option" key={option.value}>
            <Checkbox size="sm" value={option.value} label={name(option.value)} className="grow" />
            <span className="quiet tiny">{formatNumber(option.count)}</span>
          </div>
        ))}
      </Checkbox.Group>
      {options.length > FIRST && <Button size="compact-xs" variant="subtle" onClick={() => setAll(!all)}>{all ? t('filter.less') : t('filter.more', { count: options.length - FIRST })}</Button>}
    </details>
  )
}

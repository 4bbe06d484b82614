import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { assetUsedIn } from '../api/assets.ts'
import { UsedInList } from '../entry/UsedInList.tsx'

/** Who shows the asset: whoever is listed keeps it from being thrown away. */
export function AssetUse({ id, trash }: { id: string; trash: boolean }) {
  const { t } = useTranslation()
  const found = useQuery({ queryKey: ['asset-used-in', id], queryFn: () => assetUsedIn(id), staleTime: 5_000 })
  return (
    <section className="panel" aria-labelledby="asset-use">
      <div className="panel-head"><h2 id="asset-use">{t('panel.usedin')}</h2>{found.data && found.data.total > 0 && <span className="quiet small">{found.data.total}</span>}</div>
      <div className="panel-body">
        {found.isError ? <p className="quiet small">{t('failure.server')}</p>
          : !found.data ? <p className="quiet small">{t('state.loading')}</p>
            : found.data.total === 0 ? <p className="quiet small">{t(trash ? 'media.usedNoneTrash' : 'media.usedNone')}</p>
              : <UsedInList referrers={found.data.usages} />}
        {found.data && found.data.hidden > 0 && <p className="quiet small">{t('usedin.hidden', { count: found.data.hidden })}</p>}
      </div>
    </section>
  )
}

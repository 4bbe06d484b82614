import { listAssets, type AssetPage, type AssetQuery } from '../api/assets.ts'
import { usePages, type Pages } from '../list/usePages.ts'

export type AssetPages = Pages<AssetPage>

/** Assets by their place in a list; asked for again while files are being read. */
export function useAssets(query: AssetQuery): AssetPages {
  return usePages<AssetPage>({
    key: ['assets', query],
    read: (place, signal) => listAssets({ ...query, ...place }, signal),
    farthest: 100_000,
    again: (page) => (page.results.some((row) => row.extraction === 'pending' || row.scan === 'pending') ? 3_000 : false),
  })
}

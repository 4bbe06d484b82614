import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answer, api, type Schemas } from './client.ts'
import { address, call } from './http.ts'
import type { Json } from './model.ts'

export type AssetKind = NonNullable<Schemas['AssetRow']['kind']>
export type Asset = Schemas['Asset']
export type AssetRights = Schemas['AssetRights']
export type AssetDetails = Omit<Schemas['AssetDetails'], 'metadata' | 'extracted' | 'properties'> & Record<'metadata' | 'extracted' | 'properties', Record<string, Json>>
/** One in a list of the library. */
export type AssetRow = Asset & Required<Pick<Schemas['AssetRow'], 'title' | 'kind' | 'trash' | 'live' | 'extraction' | 'missing'>>

export const FACETS = ['kind', 'missing', 'licence', 'orientation', 'language', 'organisation', 'format'] as const
export type Facet = (typeof FACETS)[number]

export type AssetPage = Omit<Schemas['AssetPage'], 'results' | 'facets'> & { results: AssetRow[]; facets: Record<Facet, { value: string; count: number }[]> }

export type AssetQuery = Partial<Record<Facet, string[]>> & { q?: string; folder?: string; below?: boolean; trash?: boolean; sort?: string }

const at = (id: string) => ({ params: { path: { id } } })

export const listAssets = (query: AssetQuery & { offset: number; limit: number }, signal?: AbortSignal) => answer(api.GET('/assets', { params: { query }, signal })) as Promise<AssetPage>

export type AssetFolder = Schemas['Folder']

export function useFolders() {
  return useQuery({
    queryKey: ['asset-folders'],
    queryFn: async ({ signal }) => (await answer(api.GET('/assets/folders', { signal }))).folders,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

export const createFolder = (path: string) => answer(api.POST('/assets/folders', { body: { path } }))
export const moveFolder = (path: string, to: string) => answer(api.PATCH('/assets/folders', { body: { path, to } }))
export const removeFolder = (path: string) => answer(api.DELETE('/assets/folders', { params: { query: { path } } }))

export type AssetOptions = Schemas['AssetOptions']
export type PictureSize = AssetOptions['sizes'][number]

export const optionsQuery = { queryKey: ['asset-options'], queryFn: () => answer(api.GET('/assets/options')), staleTime: 300_000 }
export const useAssetOptions = () => useQuery(optionsQuery)

/** In bytes; nothing for who acts for no organisation, 0 for as much as there is. */
export const readQuota = () => answer(api.GET('/assets/quota'))

export const readAsset = (id: string) => answer(api.GET('/assets/{id}', at(id))) as Promise<AssetDetails>
export const changeAsset = (id: string, change: Schemas['AssetChange']) => answer(api.PATCH('/assets/{id}', { ...at(id), body: change })) as Promise<AssetDetails>

export type BulkResult = Schemas['AssetBulkResult']['results'][number]

/** The same for many; each says how it went. */
export const changeAssets = async (ids: string[], change: Omit<Schemas['AssetBulkChange'], 'ids'>) => (await answer(api.PATCH('/assets', { body: { ids, ...change } }))).results

export const trashAsset = (id: string) => answer(api.DELETE('/assets/{id}', at(id)))
export const purgeAsset = (id: string) => answer(api.DELETE('/assets/{id}', { params: { path: { id }, query: { purge: true } } }))
export const restoreAsset = (id: string) => answer(api.POST('/assets/{id}/restore', at(id)))
export const assetUsedIn = (id: string) => answer(api.GET('/assets/{id}/used-in', at(id)))
export const sameContent = async (contentHash: string): Promise<Asset[]> => (await answer(api.GET('/assets', { params: { query: { contentHash } } }))).results

export async function replaceFile(id: string, file: File): Promise<Asset> {
  const form = new FormData()
  form.append('file', file)
  return (await call<Asset>('POST', `/assets/${id}/file`, { form })).data
}

/** Changes with the file, so that the browser may keep its pictures. */
const version = (asset: Pick<Asset, 'contentHash'>) => asset.contentHash.slice(0, 12) || undefined

/** A picture of the file for editors, whether readers get it or not; it changes also with the part of it that is shown. */
export const pictureOf = (asset: Pick<Asset, '@id' | 'contentHash' | 'crop'>, size: string) => address(`/assets/${asset['@id']}/picture`, { size, v: [version(asset), asset.crop].filter(Boolean).join('-') || undefined })
/** The same of all that is in the file, whatever part of it is shown elsewhere. */
export const wholePictureOf = (asset: Pick<Asset, '@id' | 'contentHash'>, size: string) => address(`/assets/${asset['@id']}/picture`, { size: `${size}-c0,0,1,1`, v: version(asset) })
export const pictureOfKey = (key: string, size: string) => address(`/assets/${key}/picture`, { size })
export const fileOf = (asset: Pick<Asset, '@id' | 'contentHash'>) => address(`/assets/${asset['@id']}/file`, { v: version(asset) })
export const downloadOf = (asset: Pick<Asset, '@id'>) => address(`/assets/${asset['@id']}/file`, { download: true })

export function kindOf(mimeType: string | undefined): AssetKind {
  const group = mimeType?.split('/')[0]
  if (group === 'image' || group === 'video' || group === 'audio') return group
  return mimeType && (group === 'text' || /pdf|rtf|msword|officedocument|opendocument|vnd\.ms-/.test(mimeType)) ? 'document' : 'other'
}

/** Whether a picture can be made of it. */
export const hasPicture = (mimeType: string | undefined) => ['image', 'video'].includes(kindOf(mimeType)) || mimeType === 'application/pdf'

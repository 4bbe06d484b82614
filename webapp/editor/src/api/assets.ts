import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { address, call, get, patch, post, remove } from './http.ts'
import type { Json } from './model.ts'
import type { UsedIn } from './usedIn.ts'

export type AssetKind = 'image' | 'video' | 'audio' | 'document' | 'other'

export interface Asset {
  '@id': string
  '@path': string
  '@link': string
  fileName: string
  mimeType: string
  size: number
  contentHash: string
  width?: number
  height?: number
  revision: number
  lastModified: string
  /** Whether a virus scanner has looked at it; not there where none is asked. */
  scan?: 'pending' | 'clean' | 'infected'
}

export interface AssetRow extends Asset {
  title: string
  kind: AssetKind
  trash: boolean
  live: boolean
  extraction: 'pending' | 'done' | 'failed'
  missing: string[]
}

export interface AssetRight {
  allowed: boolean
  rule: string
}

export type AssetRights = Record<'read' | 'create' | 'write' | 'delete' | 'publish', AssetRight>

export interface AssetDetails extends Asset {
  live: boolean
  trash: boolean
  extraction: 'pending' | 'done' | 'failed'
  note?: string
  scanNote?: string
  metadata: Record<string, Json>
  extracted: Record<string, Json>
  corrected: string[]
  properties: Record<string, Json>
  permissions: AssetRights
}

export const FACETS = ['kind', 'missing', 'licence', 'orientation', 'language', 'organisation', 'format'] as const
export type Facet = (typeof FACETS)[number]

export interface AssetPage {
  total: number
  offset: number
  results: AssetRow[]
  facets: Record<Facet, { value: string; count: number }[]>
}

export type AssetQuery = Partial<Record<Facet, string[]>> & { q?: string; folder?: string; below?: boolean; trash?: boolean; sort?: string }

export const listAssets = (query: AssetQuery & { offset: number; limit: number }, signal?: AbortSignal) => get<AssetPage>('/assets', query, signal)

export interface AssetFolder {
  path: string
  assets: number
}

export function useFolders() {
  return useQuery({ queryKey: ['asset-folders'], queryFn: async ({ signal }) => (await get<{ folders: AssetFolder[] }>('/assets/folders', {}, signal)).folders, placeholderData: keepPreviousData, staleTime: 10_000 })
}

export const createFolder = (path: string) => post<AssetFolder>('/assets/folders', { path })
export const moveFolder = (path: string, to: string) => patch<AssetFolder>('/assets/folders', { path, to })
export const removeFolder = (path: string) => remove('/assets/folders', { path })

export interface PictureSize {
  name: string
  width: number
  height: number
  crop: boolean
}

export interface AssetOptions {
  locales: { id: string; suffix: string }[]
  sizes: PictureSize[]
  maxFileSize: number
  may: AssetRights
}

export const optionsQuery = { queryKey: ['asset-options'], queryFn: () => get<AssetOptions>('/assets/options'), staleTime: 300_000 }
export const useAssetOptions = () => useQuery(optionsQuery)

/** In bytes; nothing for who acts for no organisation, 0 for as much as there is. */
export const readQuota = () => get<{ used?: number; allowed?: number }>('/assets/quota')

export const readAsset = (id: string) => get<AssetDetails>(`/assets/${id}`)

export interface AssetChange {
  revision?: number
  metadata?: Record<string, Json>
  properties?: Record<string, Json>
}

export const changeAsset = (id: string, change: AssetChange) => patch<AssetDetails>(`/assets/${id}`, change)

export type BulkResult = { '@id': string; error?: string }

/** The same for many; each says how it went. */
export const changeAssets = async (ids: string[], change: { properties?: Record<string, Json>; folder?: string }) => (await patch<{ results: BulkResult[] }>('/assets', { ids, ...change })).results

export const trashAsset = (id: string) => remove(`/assets/${id}`)
export const purgeAsset = (id: string) => remove(`/assets/${id}`, { purge: true })
export const restoreAsset = (id: string) => post<AssetDetails>(`/assets/${id}/restore`)
export const assetUsedIn = (id: string) => get<UsedIn>(`/assets/${id}/used-in`)
export const sameContent = async (contentHash: string) => (await get<{ results: Asset[] }>('/assets', { contentHash })).results

export async function replaceFile(id: string, file: File): Promise<Asset> {
  const form = new FormData()
  form.append('file', file)
  return (await call<Asset>('POST', `/assets/${id}/file`, { form })).data
}

/** Changes with the file, so that the browser may keep its pictures. */
const version = (asset: Pick<Asset, 'contentHash'>) => asset.contentHash.slice(0, 12) || undefined

/** A picture of the file for editors, whether readers get it or not. */
export const pictureOf = (asset: Pick<Asset, '@id' | 'contentHash'>, size: string) => address(`/assets/${asset['@id']}/picture`, { size, v: version(asset) })
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

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeAsset, readAsset, type AssetDetails } from '../api/assets.ts'
import type { Json } from '../api/model.ts'
import { ApiError, type FieldError } from '../api/problem.ts'
import { tellDone } from '../shell/tell.ts'

type Values = Record<string, Json>

interface Changes {
  properties: Values
  metadata: Values
}

export interface AssetForm {
  asset: AssetDetails
  property: (name: string) => Json | undefined
  metadatum: (name: string) => Json | undefined
  isCorrected: (name: string) => boolean
  setProperty: (name: string, value: Json) => void
  /** null goes back to what the file says. */
  setMetadatum: (name: string, value: Json) => void
  isChanged: boolean
  isSaving: boolean
  errors: FieldError[]
  failure: string | null
  save: () => Promise<void>
  discard: () => void
  refresh: () => void
}

const NOTHING: Changes = { properties: {}, metadata: {} }
const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
const same = (one: Json | undefined, other: Json | undefined) => (isEmpty(one) && isEmpty(other)) || JSON.stringify(one) === JSON.stringify(other)

/** An asset with what was typed and not saved yet, which is kept in this window when one goes elsewhere. A change is live as soon as it is saved. */
export function useAssetForm(id: string) {
  const client = useQueryClient()
  const { t } = useTranslation()
  const storage = `nephele.asset.${id}`
  const [changes, setChanges] = useState<Changes>(() => read(storage))
  const [errors, setErrors] = useState<FieldError[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const loaded = useQuery({
    queryKey: ['asset', id],
    queryFn: () => readAsset(id),
    staleTime: 2_000,
    refetchInterval: (query) => (query.state.data?.extraction === 'pending' || query.state.data?.scan === 'pending' ? 2_000 : false),
  })
  useEffect(() => {
    if (Object.keys(changes.properties).length + Object.keys(changes.metadata).length > 0) sessionStorage.setItem(storage, JSON.stringify(changes))
    else sessionStorage.removeItem(storage)
  }, [changes, storage])
  const asset = loaded.data
  const known = useRef(asset)
  known.current = asset
  const set = useCallback((part: keyof Changes, name: string, value: Json) => {
    setErrors([])
    setChanges((before) => {
      const stored = part === 'properties' ? known.current?.properties[name] : known.current?.metadata[name]
      const { [name]: _gone, ...rest } = before[part]
      const isBack = part === 'properties' ? same(stored, value) : value !== null ? same(stored, value) : !known.current?.corrected.includes(name)
      return { ...before, [part]: isBack ? rest : { ...rest, [name]: isEmpty(value) && part === 'properties' ? null : value } }
    })
  }, [])
  const isChanged = Object.keys(changes.properties).length + Object.keys(changes.metadata).length > 0
  const save = useCallback(async () => {
    if (!asset || !isChanged) return
    setSaving(true)
    setFailure(null)
    setErrors([])
    try {
      const saved = await changeAsset(id, { ...changes, revision: asset.revision })
      client.setQueryData(['asset', id], saved)
      setChanges(NOTHING)
      tellDone(t('media.saved'))
      for (const key of ['assets', 'reference-titles']) void client.invalidateQueries({ queryKey: [key] })
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem
      if (problem.status === 409) {
        await loaded.refetch()
        setFailure(t('media.stale'))
      } else {
        setErrors(problem.fields)
        setFailure(problem.isOffline ? t('failure.offline') : problem.message)
      }
    } finally {
      setSaving(false)
    }
  }, [asset, changes, client, id, isChanged, loaded, t])
  const form: AssetForm | undefined = asset && {
    asset,
    property: (name) => (name in changes.properties ? (changes.properties[name] ?? undefined) : asset.properties[name]),
    metadatum: (name) => (name in changes.metadata ? (changes.metadata[name] ?? asset.extracted[name]) : asset.metadata[name]),
    isCorrected: (name) => (name in changes.metadata ? changes.metadata[name] !== null : asset.corrected.includes(name)),
    setProperty: (name, value) => set('properties', name, value),
    setMetadatum: (name, value) => set('metadata', name, value),
    isChanged,
    isSaving,
    errors,
    failure,
    save,
    discard: () => { setChanges(NOTHING); setErrors([]); setFailure(null) },
    refresh: () => { for (const key of [['asset', id], ['assets'], ['asset-folders'], ['asset-used-in', id]]) void client.invalidateQueries({ queryKey: key }) },
  }
  return { form, error: loaded.error, refetch: loaded.refetch }
}

function read(storage: string): Changes {
  try {
    return { ...NOTHING, ...(JSON.parse(sessionStorage.getItem(storage) ?? '{}') as Partial<Changes>) }
  } catch {
    return NOTHING
  }
}

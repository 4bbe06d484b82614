import { TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeAsset, kindOf, readAsset, useAssetOptions } from '../api/assets.ts'
import { ApiError } from '../api/problem.ts'

/** Asks what a chosen picture shows, where that is not said in the language of the form. It is kept with the picture, for all who use it. */
export function AltPrompt({ assetKey, locale }: { assetKey: string; locale: string }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const options = useAssetOptions()
  const asset = useQuery({ queryKey: ['asset', assetKey], queryFn: () => readAsset(assetKey), staleTime: 30_000, retry: false })
  const [text, setText] = useState('')
  const [saved, setSaved] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const suffix = options.data?.locales.find((one) => one.id === locale)?.suffix
  if (!asset.data || suffix === undefined || kindOf(asset.data.mimeType) !== 'image') return null
  const name = `alt${suffix}`
  if (saved) return <p className="tiny alt-saved" role="status">{t('asset.altSaved')}</p>
  if (typeof asset.data.properties[name] === 'string' || !asset.data.permissions.write.allowed) return null
  const save = async () => {
    if (!text.trim()) return
    try {
      client.setQueryData(['asset', assetKey], await changeAsset(assetKey, { properties: { [name]: text.trim() } }))
      setSaved(true)
    } catch (failure) {
      setError(failure instanceof ApiError && !failure.isOffline ? failure.message : t('failure.offline'))
    }
  }
  return <TextInput className="alt-prompt" size="xs" label={t('asset.alt', { locale })} placeholder={typeof asset.data.properties.alt === 'string' ? asset.data.properties.alt : t('asset.altExample')} value={text} error={error} onChange={(event) => { setText(event.currentTarget.value); setError(null) }} onBlur={() => void save()} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); void save() } }} />
}

import { ActionIcon, Button, Checkbox, Menu, TextInput, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { METADATA, shown, typed, type MetadataName, type MetadataType } from './metadata.ts'
import type { AssetForm } from './useAssetForm.ts'

/** What the file says of itself, each beside an editor's correction; a correction can be taken back. */
export function MetadataForm({ form, readOnly }: { form: AssetForm; readOnly: boolean }) {
  const { t } = useTranslation()
  const [added, setAdded] = useState<MetadataName[]>([])
  const { asset } = form
  const isThere = (name: MetadataName) => name in asset.metadata || name in asset.extracted || form.isCorrected(name) || added.includes(name)
  const there = METADATA.filter(([name]) => isThere(name))
  const others = METADATA.filter(([name]) => !isThere(name))
  return (
    <div className="asset-fields">
      <p className="quiet small">{t('media.metadata.help')}</p>
      {there.length === 0 && <p className="quiet">{asset.extraction === 'pending' ? t('media.extraction.pending') : t('media.metadata.none')}</p>}
      {there.map(([name, type]) => <Line key={name} form={form} name={name} type={type} readOnly={readOnly} />)}
      {!readOnly && others.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target><Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} style={{ justifySelf: 'start' }}>{t('media.metadata.add')}</Button></Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {others.map(([name]) => <Menu.Item key={name} onClick={() => setAdded([...added, name])}>{t(`media.meta.${name}`)}</Menu.Item>)}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

function Line({ form, name, type, readOnly }: { form: AssetForm; name: MetadataName; type: MetadataType; readOnly: boolean }) {
  const { t } = useTranslation()
  const value = form.metadatum(name)
  const said = form.asset.extracted[name]
  const isCorrected = form.isCorrected(name)
  // Kept as it is typed: 2,5 becomes a number only when it is sent.
  const [text, setText] = useState<string | null>(null)
  const label = t(`media.meta.${name}`)
  const error = form.errors.find((one) => one.field === `metadata.${name}`)?.message
  const help = isCorrected ? (said === undefined ? t('media.metadata.notSaid') : t('media.metadata.says', { value: shown(said) })) : undefined
  const back = () => { setText(null); form.setMetadatum(name, null) }
  const reset = isCorrected && !readOnly && <Tooltip label={t('media.metadata.reset')}><ActionIcon size={24} aria-label={t('media.metadata.resetNamed', { name: label })} onClick={back}><IconArrowBackUp size={15} /></ActionIcon></Tooltip>
  if (type === 'flag') return <div className="row"><Checkbox label={label} description={help} checked={value === true} disabled={readOnly} onChange={(event) => form.setMetadatum(name, event.currentTarget.checked)} />{reset}</div>
  return (
    <TextInput label={label} description={help} value={text ?? shown(value)} error={error} readOnly={readOnly} inputMode={type === 'text' || type === 'moment' ? undefined : 'decimal'} data-corrected={isCorrected || undefined} rightSection={reset || undefined}
      onChange={(event) => { setText(event.currentTarget.value); form.setMetadatum(name, typed(type, event.currentTarget.value)) }} onBlur={() => setText(null)} />
  )
}

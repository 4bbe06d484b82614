import { Autocomplete, SegmentedControl, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOf, type AssetOptions } from '../api/assets.ts'
import { localeName } from '../theme/format.ts'
import { LICENCES } from './labels.ts'
import type { AssetForm } from './useAssetForm.ts'

const LOCALIZED = ['title', 'alt', 'caption', 'description', 'copyright'] as const

interface Props {
  form: AssetForm
  readOnly: boolean
}

const text = (form: AssetForm, name: string) => { const value = form.property(name); return typeof value === 'string' ? value : '' }
const errorOf = (form: AssetForm, name: string) => form.errors.find((error) => error.field === name)?.message

/** What is said of it in each language. */
export function TextsForm({ form, options, readOnly }: Props & { options: AssetOptions | undefined }) {
  const { t } = useTranslation()
  const locales = options?.locales ?? [{ id: 'en', suffix: '' }]
  const [locale, setLocale] = useState(locales[0]?.id ?? 'en')
  const suffix = locales.find((one) => one.id === locale)?.suffix ?? ''
  const isImage = kindOf(form.asset.mimeType) === 'image'
  const written = (id: string) => { const one = locales.find((each) => each.id === id)?.suffix ?? ''; return text(form, `alt${one}`) !== '' }
  return (
    <div className="asset-fields">
      {locales.length > 1 && (
        <div>
          <p className="field-label" id="asset-locale">{t('entry.locale')}</p>
          <SegmentedControl aria-labelledby="asset-locale" value={locale} onChange={setLocale} className="locale-choice" data={locales.map((one) => ({ value: one.id, label: <span title={localeName(one.id)}>{one.id}{isImage && !written(one.id) && <span className="locale-gap" aria-hidden> ·</span>}<span className="only-read"> {localeName(one.id)}{isImage && !written(one.id) ? `, ${t('media.missing.alt')}` : ''}</span></span> }))} />
        </div>
      )}
      {LOCALIZED.filter((name) => name !== 'alt' || isImage).map((name) => {
        const stored = `${name}${suffix}`
        const shared = { label: t(`media.field.${name}`), value: text(form, stored), error: errorOf(form, stored), readOnly, placeholder: suffix ? text(form, name) : undefined }
        if (name === 'title' || name === 'copyright') return <TextInput key={stored} {...shared} onChange={(event) => form.setProperty(stored, event.currentTarget.value)} />
        return <Textarea key={stored} {...shared} description={name === 'alt' ? t('media.field.alt.help') : undefined} autosize minRows={2} maxRows={8} onChange={(event) => form.setProperty(stored, event.currentTarget.value)} />
      })}
    </div>
  )
}

/** Who made it, under which terms it may be shown, and until when. */
export function RightsForm({ form, readOnly }: Props) {
  const { t } = useTranslation()
  const list = (name: string) => { const value = form.property(name); return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [] }
  const line = (name: 'source' | 'publisher' | 'consentReference' | 'coverage', help?: string) => <TextInput label={t(`media.field.${name}`)} description={help} value={text(form, name)} error={errorOf(form, name)} readOnly={readOnly} onChange={(event) => form.setProperty(name, event.currentTarget.value)} />
  const day = (name: 'consentExpires' | 'date', help?: string) => <TextInput type="date" label={t(`media.field.${name}`)} description={help} value={text(form, name)} error={errorOf(form, name)} readOnly={readOnly} onChange={(event) => form.setProperty(name, event.currentTarget.value)} />
  return (
    <div className="asset-fields">
      <Autocomplete label={t('media.field.licence')} data={LICENCES} value={text(form, 'licence')} error={errorOf(form, 'licence')} readOnly={readOnly} onChange={(value) => form.setProperty('licence', value)} />
      <TagsInput label={t('media.field.creator')} description={t('media.field.creator.help')} value={list('creator')} error={errorOf(form, 'creator')} readOnly={readOnly} onChange={(value) => form.setProperty('creator', value)} />
      {line('source', t('media.field.source.help'))}
      {line('publisher')}
      <TagsInput label={t('media.field.subject')} description={t('media.field.creator.help')} value={list('subject')} readOnly={readOnly} onChange={(value) => form.setProperty('subject', value)} />
      {day('date')}
      <fieldset className="asset-consent">
        <legend>{t('media.consent')}</legend>
        <p className="quiet small">{t('media.consent.help')}</p>
        {line('consentReference', t('media.field.consentReference.help'))}
        {day('consentExpires', t('media.field.consentExpires.help'))}
      </fieldset>
    </div>
  )
}

import { SegmentedControl, Select } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconDeviceDesktop, IconDeviceMobile, IconDeviceTablet } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '../api/model.ts'
import { storedName } from '../form/FormContext.tsx'
import { localeName } from '../theme/format.ts'
import { DeliveredPage } from './DeliveredPage.tsx'
import type { PanelProps } from './SidePanel.tsx'
import { usePreview } from './usePreview.ts'

const WIDTHS = { phone: 390, tablet: 768, desktop: 1120 }
const SIGNS = { phone: IconDeviceMobile, tablet: IconDeviceTablet, desktop: IconDeviceDesktop }
type Width = keyof typeof WIDTHS
/** How what is delivered is shown. A website channel that draws the entry itself is one more. */
type Form = 'page' | 'json'

/** What readers will get of what is on the screen, saved or not: by language and width of the screen. A click leads to the field. */
export function PreviewPanel({ app, draft, locale: formLocale, onJump }: PanelProps) {
  const { t } = useTranslation()
  const [form, setForm] = useState<Form>('page')
  const [width, setWidth] = useState<Width>('phone')
  const [locale, setLocale] = useState(formLocale)
  useEffect(() => setLocale(formLocale), [formLocale])
  const { json, address, local } = usePreview(app, draft, locale)
  const { ref, width: room } = useElementSize()
  const zoom = Math.max(0.3, Math.min(1, (room || WIDTHS.phone) / WIDTHS[width]))
  const fields = app.detail?.fields ?? []
  const jumpTo = (name: string) => { const field = fields.find((one) => one.property === name); onJump(field ? storedName(field, locale, app.defaultLocale) : name) }
  return (
    <>
      <div className="row wrap preview-tools">
        <SegmentedControl aria-label={t('preview.form')} value={form} onChange={(value) => setForm(value === 'json' ? 'json' : 'page')} data={[{ value: 'page', label: t('preview.page') }, { value: 'json', label: t('preview.json') }]} />
        {form === 'page' && (
          <SegmentedControl aria-label={t('preview.width')} value={width} onChange={(value) => setWidth(value as Width)}
            data={(Object.keys(WIDTHS) as Width[]).map((one) => { const Sign = SIGNS[one]; return { value: one, label: <span className="row" title={`${t(`preview.width.${one}`)}, ${WIDTHS[one]} px`}><Sign size={16} aria-hidden /><span className="only-read">{t(`preview.width.${one}`)}</span></span> } })} />
        )}
        {app.locales.length > 1 && <Select size="xs" w={140} aria-label={t('preview.locale')} value={locale} onChange={(value) => setLocale(value ?? formLocale)} allowDeselect={false} data={app.locales.map((one) => ({ value: one.id, label: localeName(one.id) }))} />}
      </div>
      <p className="quiet tiny" role="status">{local === 'offline' ? t('preview.local') : local === 'no-endpoint' ? t('preview.noEndpoint') : t('preview.text')}</p>
      {address && <p className="mono tiny quiet clip" title={address}>{address}</p>}
      <div className="preview-room" ref={ref} role="region" aria-label={t(`preview.${form}`)} tabIndex={0}>
        {form === 'page'
          ? <div className="preview-screen" style={{ width: WIDTHS[width], zoom }} data-width={width}><DeliveredPage app={app} json={json} values={draft.values} locale={locale} onJump={onJump} /></div>
          : (
            <div className="preview">
              <span>{'{'}</span>
              {Object.entries(json).map(([name, value]) => <Line key={name} name={name} value={value} onClick={fields.some((field) => field.property === name) ? () => jumpTo(name) : undefined} />)}
              <span>{'}'}</span>
            </div>
          )}
      </div>
    </>
  )
}

function Line({ name, value, onClick }: { name: string; value: Json; onClick?: () => void }) {
  const text = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
  const key = <span className="preview-key">"{name}"</span>
  return <pre>{'  '}{onClick ? <button type="button" className="preview-link" onClick={onClick}>{key}</button> : key}: {text},</pre>
}

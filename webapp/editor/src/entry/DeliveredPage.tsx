import { IconPencil } from '@tabler/icons-react'
import { useEffect, useState, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOf } from '../api/assets.ts'
import { useTerms } from '../api/choices.ts'
import type { AppModel, Field, Json, Properties } from '../api/model.ts'
import { storedName } from '../form/FormContext.tsx'
import { isNothing } from '../form/values.ts'
import { formatDay, formatMoment, formatNumber, localeName } from '../theme/format.ts'
import { itemsOf, localeShown, membersOf } from './delivered.ts'
import { titleField } from './titles.ts'

interface Props {
  app: AppModel
  json: Properties
  values: Properties
  locale: string
  onJump: (field: string) => void
}

/** What is delivered, as a page to read: headings, texts, pictures. A click on a part leads to its field; the field that is being written in is marked. */
export function DeliveredPage({ app, json, values, locale, onJump }: Props) {
  const { t } = useTranslation()
  const active = useFocusedField()
  const title = titleField(app)
  // In the order of the form: what is written first is read first.
  const order = (app.detail?.layout.tabs ?? []).flatMap((tab) => tab.fields)
  const place = (field: Field) => { const at = order.indexOf(field.name); return at < 0 ? order.length : at }
  const fields = (app.detail?.fields ?? []).toSorted((one, other) => place(one) - place(other)).filter((field) => field.property && field !== title && !field.confidential && !isNothing(json[field.property]))
  const heading = title?.property ? json[title.property] : undefined
  if (isNothing(heading) && fields.length === 0) return <p className="quiet page-empty">{t('preview.nothing')}</p>
  const part = (field: Field, body: ReactNode) => {
    const stored = storedName(field, locale, app.defaultLocale)
    const from = localeShown(app, field, values, locale)
    return <Part key={field.name} label={field.label.text} stored={stored} isActive={active?.split('.')[0] === stored} from={from === locale ? undefined : from} onJump={onJump}>{body}</Part>
  }
  return (
    <article className="page-preview" lang={locale.replaceAll('_', '-')}>
      {title && !isNothing(heading) && part(title, <h2 className="page-title">{String(heading)}</h2>)}
      {fields.map((field) => part(field, (
        <>
          {!isLeadText(field, json) && <h3 className="page-label">{field.label.text}</h3>}
          <Value field={field} value={json[field.property ?? ''] ?? null} isLead={isLeadText(field, json)} />
        </>
      )))}
    </article>
  )
}

/** A short plain text right below the title needs no heading. */
function isLeadText(field: Field, json: Properties): boolean {
  return /^(summary|lead|abstract|teaser|subtitle|claim)$/i.test(field.name) && typeof json[field.property ?? ''] === 'string'
}

function Part({ label, stored, isActive, from, onJump, children }: { label: string; stored: string; isActive: boolean; from?: string; onJump: (field: string) => void; children: ReactNode }) {
  const { t } = useTranslation()
  const onClick = (event: MouseEvent) => {
    // A link on this page leads to its field, too, and not away from what is being written.
    event.preventDefault()
    if (window.getSelection()?.toString()) return
    const item = (event.target as HTMLElement).closest<HTMLElement>('[data-item]')?.dataset.item
    onJump(item === undefined ? stored : `${stored}[${item}]`)
  }
  return (
    <div className="page-part" data-field={stored} data-active={isActive || undefined} onClick={onClick}>
      {children}
      {from && <span className="tag page-from" lang="">{t('preview.fallback', { locale: localeName(from) })}</span>}
      <button type="button" className="page-edit" aria-label={t('preview.edit', { label })}><IconPencil size={14} aria-hidden /></button>
    </div>
  )
}

function Value({ field, value, isLead }: { field: Field; value: Json; isLead?: boolean }): ReactNode {
  const type = field.valueType
  if (field.type === 'richTextField' || type === 'html') return <RichText html={String(value)} />
  if (Array.isArray(value) || (field.item && typeof value === 'object')) {
    const items = itemsOf(value)
    const body = items.map((item, at) => <Value key={at} field={field.item ?? { ...field, multiple: false }} value={item} />)
    const isRow = type === 'asset' || field.item?.valueType === 'asset' || items.every((item) => typeof item !== 'object')
    return isRow ? <div className="page-row">{body.map((one, at) => <span key={at} data-item={at}>{one}</span>)}</div> : <ol className="page-items">{body.map((one, at) => <li key={at} data-item={at}>{one}</li>)}</ol>
  }
  if (typeof value === 'object' && value !== null) return <Node field={field} value={value} />
  if (typeof value === 'string' && value.startsWith('jcr:')) return <Unresolved />
  if (field.datasource?.kind === 'entries' || type === 'reference') return <Unresolved />
  if (field.datasource?.kind === 'vocabulary') return <Term url={field.datasource.url} code={String(value)} />
  const option = field.datasource?.options?.find((one) => one.value === String(value))
  if (option) return option.label.text
  if (field.type === 'localDateField') return formatDay(String(value))
  if (field.type === 'dateField') return formatMoment(String(value))
  if (typeof value === 'boolean') return <Flag value={value} />
  if (typeof value === 'number') return [formatNumber(value), field.attributes.unit].filter(Boolean).join(' ')
  return <p className={isLead ? 'page-lead' : 'page-text'}>{String(value ?? '')}</p>
}

function Node({ field, value }: { field: Field; value: Properties }) {
  if (typeof value['@link'] === 'string' && typeof value.metadata === 'object' && value.metadata !== null && !Array.isArray(value.metadata)) return <AssetPart link={value['@link']} metadata={value.metadata} />
  if (typeof value.lat === 'number' && typeof value.lon === 'number') return <span className="mono">{value.lat}, {value.lon}</span>
  const fields = field.fields ?? []
  // An entry that is referred to: by what it is called.
  const name = [value.title, value.name, value.fullName, value.label].find((one) => typeof one === 'string' && one !== '')
  if (fields.length === 0 && typeof value['@path'] === 'string') return <span className="page-chip">{typeof name === 'string' ? name : String(value['@name'] ?? '')}</span>
  return (
    <dl className="page-facts">
      {membersOf(value).map(([member, inner]) => {
        const below = fields.find((one) => one.property === member)
        return <div key={member}><dt>{below?.label.text ?? member}</dt><dd>{below ? <Value field={below} value={inner} /> : typeof inner === 'object' ? <code>{JSON.stringify(inner)}</code> : String(inner)}</dd></div>
      })}
    </dl>
  )
}

function AssetPart({ link, metadata }: { link: string; metadata: Properties }) {
  const kind = kindOf(typeof metadata.mimeType === 'string' ? metadata.mimeType : undefined)
  const text = (name: string) => { const value = metadata[name]; return typeof value === 'string' ? value : '' }
  const name = text('title') || text('fileName')
  if (kind === 'image') return <figure className="page-figure"><img src={link} alt={text('alt')} loading="lazy" />{text('caption') && <figcaption>{text('caption')}</figcaption>}</figure>
  if (kind === 'video') return <video className="page-figure" controls preload="none" src={link} aria-label={name} />
  if (kind === 'audio') return <audio controls preload="none" src={link} aria-label={name} />
  return <span className="page-chip">{name}</span>
}

/** Cleaned by the server, by the same list of what is allowed as when it is stored; where there is no answer of it, as the field for rich text made it. */
function RichText({ html }: { html: string }) {
  return <div className="rich-text page-rich" dangerouslySetInnerHTML={{ __html: html }} />
}

function Term({ url, code }: { url?: string; code: string }) {
  const terms = useTerms(url)
  return <span className="page-chip">{terms.data?.find((term) => term.code === code)?.label ?? code}</span>
}

function Flag({ value }: { value: boolean }) {
  const { t } = useTranslation()
  return t(value ? 'field.yes' : 'field.no')
}

function Unresolved() {
  const { t } = useTranslation()
  return <span className="page-chip" data-missing>{t('preview.notLive')}</span>
}

/** The stored path of the field that has the focus. */
function useFocusedField(): string | undefined {
  const [path, setPath] = useState<string>()
  useEffect(() => {
    const look = (event: FocusEvent) => {
      const field = (event.target as HTMLElement).closest?.<HTMLElement>('.entry-form [data-path]')
      if (!field) return
      setPath(field.dataset.path)
      document.querySelector(`.page-part[data-field="${CSS.escape((field.dataset.path ?? '').split('.')[0] ?? '')}"]`)?.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [])
  return path
}

import { Button, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import { mappingTemplates, type MappedColumn, type Mapping, type Sheet, type SheetColumn, type Target } from '../api/sheets.ts'
import { changed, fittingTemplate, isNumber, isParted, targetLabels, withTemplate } from './mapping.ts'
import { Templates } from './Templates.tsx'

/** The choice that takes a choice back: by keyboard there is no other way. */
const SKIP = '-'

interface Props {
  app: AppModel
  sheet: Sheet
  mapping: Mapping
  onMapping: (mapping: Mapping) => void
  onBack: () => void
  onNext: () => void
}

/** Where each column goes. What was found out by its heading is there already, and what was remembered for such a sheet goes over it. */
export function ColumnStep({ app, sheet, mapping, onMapping, onBack, onNext }: Props) {
  const { t } = useTranslation()
  const type = sheet.contentType
  const templates = useQuery({ queryKey: ['mappings', type], queryFn: () => mappingTemplates(type) })
  const applied = useRef('')
  const fitting = useMemo(() => fittingTemplate(sheet, templates.data ?? []), [sheet, templates.data])
  useEffect(() => {
    if (!fitting || applied.current === sheet.id) return
    applied.current = sheet.id
    onMapping(withTemplate(sheet, mapping, fitting.template.mapping))
  }, [fitting, sheet, mapping, onMapping])
  const choices = useMemo(() => {
    const labels = targetLabels(app, { '@id': t('sheet.target.id'), externalId: t('sheet.target.externalId'), '@path': t('sheet.target.path') })
    const of = (targets: Target[]) => targets.map((target) => ({ value: target.target, label: labels.of(target) }))
    return [{ group: '', items: [{ value: SKIP, label: t('sheet.skip') }] }, { group: t('sheet.target.identity'), items: of(sheet.targets.filter((target) => !target.property)) }, { group: t('sheet.target.values'), items: of(sheet.targets.filter((target) => target.property)) }]
  }, [app, sheet.targets, t])
  const targets = useMemo(() => new Map(sheet.targets.map((target) => [target.target, target])), [sheet.targets])
  const mapped = mapping.columns.filter((column) => column.target)
  const missing = sheet.targets.filter((target) => target.required && (!target.locale || target.locale === app.defaultLocale) && !mapped.some((column) => column.target?.replace(/@.*$/, '') === target.target.replace(/@.*$/, '')))
  const isIdentified = mapped.some((column) => column.target && !targets.get(column.target)?.property && targets.has(column.target))
  return (
    <div className="stack">
      <Templates type={type} templates={templates.data ?? []} fitting={fitting} mapping={mapping} onApply={(template) => onMapping(withTemplate(sheet, mapping, template.template.mapping))} onChanged={() => void templates.refetch()} />
      {!isIdentified && <div className="notice" role="status"><p className="grow">{t('sheet.noIdentity')}</p></div>}
      <ul className="panel sheet-columns" aria-label={t('sheet.step.columns')}>
        {sheet.columns.map((column, at) => <Column key={column.name} column={column} mapped={mapping.columns[at] ?? { column: column.name }} targets={targets} choices={choices} change={(next) => onMapping(changed(mapping, column.name, next))} />)}
      </ul>
      {missing.length > 0 && <p className="quiet small">{t('sheet.missing', { fields: missing.map((target) => choices[2]?.items.find((item) => item.value === target.target)?.label ?? target.target).join(', ') })}</p>}
      <Switch label={t('sheet.clearEmpty')} description={t('sheet.clearEmptyText')} checked={mapping.clearEmpty ?? false} onChange={(event) => onMapping({ ...mapping, clearEmpty: event.currentTarget.checked })} />
      <div className="row sheet-deeds">
        <Button variant="default" onClick={onBack}>{t('sheet.back')}</Button>
        <Button onClick={onNext} disabled={!mapped.some((column) => targets.get(column.target ?? '')?.property ?? !targets.has(column.target ?? ''))}>{t('sheet.toCheck')}</Button>
      </div>
    </div>
  )
}

interface ColumnProps {
  column: SheetColumn
  mapped: MappedColumn
  targets: Map<string, Target>
  choices: { group: string; items: { value: string; label: string }[] }[]
  change: (next: Partial<MappedColumn>) => void
}

function Column({ column, mapped, targets, choices, change }: ColumnProps) {
  const { t } = useTranslation()
  const target = targets.get(mapped.target ?? '')
  // A way into a list beyond its first item, or a short name of a locale, is in no list of choices.
  const data = mapped.target && !target ? [{ group: mapped.target, items: [{ value: mapped.target, label: mapped.target }] }, ...choices] : choices
  return (
    <li data-unmapped={!mapped.target || undefined}>
      <div className="sheet-column">
        <span className="strong break"><span className="quiet">{column.letter}</span> {column.name}</span>
        <span className="quiet small clip">{column.examples.join(' · ') || t('sheet.noValues')}</span>
      </div>
      <Select aria-label={t('sheet.goesTo', { column: column.name })} placeholder={t('sheet.skip')} data={data} value={mapped.target ?? null} onChange={(value) => change({ target: value === SKIP ? undefined : (value ?? undefined) })} searchable clearable limit={80} nothingFoundMessage={t('picker.nothing')} clearButtonProps={{ 'aria-label': t('sheet.skipColumn', { column: column.name }) }} />
      <div className="row wrap">
        {isParted(target) && <Select size="xs" w="11rem" aria-label={t('sheet.partedBy', { column: column.name })} allowDeselect={false} value={mapped.separator ?? '|'} onChange={(separator) => change({ separator: separator ?? undefined })}
          data={[{ value: '|', label: `| ${t('sheet.sign.bar')}` }, { value: ';', label: `; ${t('sheet.sign.semicolon')}` }, { value: ',', label: `, ${t('sheet.sign.comma')}` }, { value: '\n', label: t('sheet.sign.line') }]} />}
        {isNumber(target) && target?.type !== 'long' && <Select size="xs" w="11rem" aria-label={t('sheet.decimalOf', { column: column.name })} allowDeselect={false} value={mapped.decimal ?? ''} onChange={(decimal) => change({ decimal: decimal || undefined })}
          data={[{ value: '', label: t('sheet.decimal.any') }, { value: ',', label: t('sheet.decimal.comma') }, { value: '.', label: t('sheet.decimal.point') }]} />}
      </div>
    </li>
  )
}

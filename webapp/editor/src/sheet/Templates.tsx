import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeTemplate, dropTemplate, keepTemplate, type Mapping, type Template } from '../api/sheets.ts'
import { Kept } from '../list/Kept.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'

interface Props {
  type: string
  templates: Template[]
  fitting: Template | undefined
  mapping: Mapping
  onApply: (template: Template) => void
  onChanged: () => void
}

const named = (template: Template) => ({ id: template.id, name: template.template.name, shared: template.template.shared ?? false, mine: template.mine, template })

/** Mappings as they were kept, one's own and those shared with all. */
export function Templates({ type, templates, fitting, mapping, onApply, onChanged }: Props) {
  const { t } = useTranslation()
  const [applied, setApplied] = useState<Template>()
  const used = applied ?? fitting
  const deed = async (work: Promise<unknown>, done?: string) => {
    try {
      await work
      if (done) tellDone(done)
      onChanged()
    } catch (error) {
      tellFailure(error)
    }
  }
  const keep = (name: string, shared: boolean) => {
    const template = { name, shared, mapping }
    const before = templates.find((one) => one.mine && one.template.name === name)
    void deed(before ? changeTemplate(type, before.id, template) : keepTemplate(type, template), t('views.kept', { name }))
  }
  return (
    <div className="row wrap">
      <p className="grow quiet" role="status">{fitting ? t('sheet.templateApplied', { name: fitting.template.name }) : t('sheet.columnsText')}</p>
      <Kept title={t('sheet.templates')} items={templates.map(named)} keepLabel={t('sheet.keepTemplate')} nameLabel={t('sheet.templateName')} used={used && named(used)}
        onUse={({ template }) => { setApplied(template); onApply(template) }} onDrop={({ id }) => void deed(dropTemplate(type, id))} onKeep={keep} />
    </div>
  )
}

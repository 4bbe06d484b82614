import { ActionIcon, Button, Menu, Switch, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash, IconUsers } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { changeTemplate, dropTemplate, keepTemplate, type Mapping, type Template } from '../api/sheets.ts'
import { tellDone, tellFailure } from '../shell/tell.ts'

interface Props {
  type: string
  templates: Template[]
  fitting: Template | undefined
  mapping: Mapping
  onApply: (template: Template) => void
  onChanged: () => void
}

/** Mappings as they were kept, one's own and those shared with all. */
export function Templates({ type, templates, fitting, mapping, onApply, onChanged }: Props) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [naming, setNaming] = useState(false)
  const deed = async (work: Promise<unknown>, done?: string) => {
    try {
      await work
      if (done) tellDone(done)
      onChanged()
    } catch (error) {
      tellFailure(error)
    }
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (!wanted) return
    const template = { name: wanted, shared, mapping }
    const before = templates.find((one) => one.mine && one.template.name === wanted)
    void deed(before ? changeTemplate(type, before.id, template) : keepTemplate(type, template), t('sheet.templateKept', { name: wanted }))
    setNaming(false)
  }
  return (
    <div className="row wrap">
      <p className="grow quiet" role="status">{fitting ? t('sheet.templateApplied', { name: fitting.template.name }) : t('sheet.columnsText')}</p>
      <Menu position="bottom-end" width={300} onClose={() => setNaming(false)}>
        <Menu.Target><Button variant="default" leftSection={<IconBookmark size={15} aria-hidden />}>{t('sheet.templates')}</Button></Menu.Target>
        <Menu.Dropdown>
          {templates.map((template) => (
            <div className="row" key={template.id} style={{ gap: 0 }}>
              <Menu.Item className="grow" leftSection={template.template.shared ? <IconUsers size={15} aria-label={t('views.shared')} /> : undefined} onClick={() => { onApply(template); setName(template.template.name); setShared(template.template.shared) }}>{template.template.name}</Menu.Item>
              {template.mine && <ActionIcon size={26} aria-label={t('views.drop', { name: template.template.name })} onClick={() => void deed(dropTemplate(type, template.id))}><IconTrash size={14} /></ActionIcon>}
            </div>
          ))}
          {templates.length > 0 && <Menu.Divider />}
          {naming
            ? <form onSubmit={save} className="stack" style={{ padding: '0.5rem' }} onKeyDown={(event) => { if (event.key !== 'Escape') event.stopPropagation() }}>
                <TextInput autoFocus size="xs" label={t('sheet.templateName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
                <Switch size="xs" label={t('views.share')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
                <Button type="submit">{t('action.save')}</Button>
              </form>
            : <Menu.Item closeMenuOnClick={false} onClick={() => setNaming(true)}>{t('sheet.keepTemplate')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

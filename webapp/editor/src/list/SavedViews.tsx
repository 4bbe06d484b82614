import { ActionIcon, Button, Menu, Switch, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import { dropView, saveView, savedViews, type SavedView } from '../api/views.ts'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { listQuery, type ListSearch } from './listState.ts'

/** Lists as they were kept, one's own and those shared with all. */
export function SavedViews({ app, search, change }: { app: AppModel; search: ListSearch; change: (search: ListSearch) => void }) {
  const { t } = useTranslation()
  const type = app.contentType ?? ''
  const views = useQuery({ queryKey: ['views', type], queryFn: () => savedViews(type) })
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const deed = async (work: Promise<unknown>) => {
    try {
      await work
      await views.refetch()
    } catch (error) {
      tellFailure(error)
    }
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!name.trim()) return
    const query = listQuery(app, search, [])
    void deed(saveView(type, { name: name.trim(), shared, display: search.view, q: search.q, filters: query.filter, sort: search.sort ? [search.sort] : undefined, columns: search.columns }))
    setNaming(false)
    setName('')
  }
  return (
    <Menu position="bottom-end" onClose={() => setNaming(false)} width={280}>
      <Menu.Target><Button variant="default" leftSection={<IconBookmark size={15} aria-hidden />}>{t('views.title')}</Button></Menu.Target>
      <Menu.Dropdown>
        {views.data?.map((saved) => (
          <div className="row" key={saved.id} style={{ gap: 0 }}>
            <Menu.Item className="grow" leftSection={saved.view.shared ? <IconUsers size={15} aria-label={t('views.shared')} /> : undefined} onClick={() => change(searchOf(app, saved))}>{saved.view.name}</Menu.Item>
            {saved.mine && <ActionIcon size={26} aria-label={t('views.drop', { name: saved.view.name })} onClick={() => void deed(dropView(type, saved.id))}><IconTrash size={14} /></ActionIcon>}
          </div>
        ))}
        {views.data && views.data.length > 0 && <Menu.Divider />}
        {naming
          ? <form onSubmit={save} className="stack" style={{ padding: '0.5rem' }} onKeyDown={(event) => { if (event.key !== 'Escape') event.stopPropagation() }}>
              <TextInput autoFocus size="xs" label={t('views.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
              <Switch size="xs" label={t('views.share')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
              <Button type="submit">{t('action.save')}</Button>
            </form>
          : <Menu.Item closeMenuOnClick={false} onClick={() => setNaming(true)}>{t('views.save')}</Menu.Item>}
        <Menu.Item onClick={() => void navigator.clipboard.writeText(window.location.href).then(() => tellDone(t('action.copied')))}>{t('views.copy')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function searchOf(app: AppModel, { view }: SavedView): ListSearch {
  const filter: Record<string, string[]> = {}
  for (const written of view.filters ?? []) {
    const [property = '', , values = ''] = written.split(/:(eq):/)
    const name = app.browser?.filters.find((one) => (one.property ?? one.name) === property)?.name ?? property
    filter[name] = values.split('|')
  }
  return { q: view.q, sort: view.sort?.[0], view: view.display, columns: view.columns, filter: Object.keys(filter).length > 0 ? filter : undefined }
}

import { ActionIcon, Button, Divider, Popover, Switch, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash, IconUsers } from '@tabler/icons-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface KeptItem {
  id: string
  name: string
  shared: boolean
  mine: boolean
}

interface Props<Item> {
  title: string
  items: Item[]
  /** What keeping something anew is called, and the field for its name. */
  keepLabel: string
  nameLabel: string
  /** The one that is being used, which is kept again under its name. */
  used?: Item
  onUse: (item: Item) => void
  onDrop: (item: Item) => void
  onKeep: (name: string, shared: boolean) => void
  /** Something else that fits here. */
  more?: { label: string; run: () => void }
}

/**
 * What was kept under a name, one's own and what is shared with all: to use, to drop, or to keep something anew. A dialogue and no
 * menu, as what drops an item and the field for a name have no place in a menu.
 */
export function Kept<Item extends KeptItem>({ title, items, keepLabel, nameLabel, used, onUse, onDrop, onKeep, more }: Props<Item>) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [naming, setNaming] = useState(false)
  const close = () => {
    setOpened(false)
    setNaming(false)
  }
  const keep = (name: string, shared: boolean) => {
    onKeep(name, shared)
    close()
  }
  return (
    <Popover position="bottom-end" width={300} shadow="md" trapFocus returnFocus opened={opened} onChange={(next) => { if (!next) close() }}>
      <Popover.Target><Button variant="default" leftSection={<IconBookmark size={15} aria-hidden />} onClick={() => { if (opened) close(); else setOpened(true) }}>{title}</Button></Popover.Target>
      <Popover.Dropdown p={4}>
        {items.length > 0 && (
          <ul className="kept">
            {items.map((item) => (
              <li key={item.id} className="row">
                <Deed icon={item.shared ? <IconUsers size={15} aria-label={t('views.shared')} /> : undefined} label={item.name} run={() => { onUse(item); close() }} />
                {item.mine && <ActionIcon size={26} aria-label={t('picker.remove', { title: item.name })} onClick={() => onDrop(item)}><IconTrash size={14} /></ActionIcon>}
              </li>
            ))}
          </ul>
        )}
        {items.length > 0 && <Divider my={4} />}
        {naming ? <Naming label={nameLabel} used={used} onKeep={keep} /> : <Deed label={keepLabel} run={() => setNaming(true)} />}
        {more && <Deed label={more.label} run={() => { more.run(); close() }} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function Deed({ icon, label, run }: { icon?: ReactNode; label: string; run: () => void }) {
  return <Button className="grow" fullWidth justify="start" size="sm" fw={400} px="xs" variant="subtle" color="gray" c="inherit" leftSection={icon} onClick={run}>{label}</Button>
}

function Naming({ label, used, onKeep }: { label: string; used?: KeptItem; onKeep: (name: string, shared: boolean) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(used?.name ?? '')
  const [shared, setShared] = useState(used?.shared ?? false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onKeep(name.trim(), shared)
  }
  return (
    <form onSubmit={submit} className="stack" style={{ padding: '0.5rem' }}>
      <TextInput autoFocus size="xs" label={label} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Switch size="xs" label={t('views.share')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
      <Button type="submit" disabled={!name.trim()}>{t('action.save')}</Button>
    </form>
  )
}

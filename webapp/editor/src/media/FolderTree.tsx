import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconDots, IconFolder, IconFolderOpen, IconFolderPlus, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AssetFolder } from '../api/assets.ts'
import { formatNumber } from '../theme/format.ts'
import { DRAGGED } from './AssetGrid.tsx'
import { folderName, parentOf } from './mediaState.ts'

export type FolderDeed = { kind: 'create' | 'rename' | 'remove'; path: string }

interface Props {
  folders: AssetFolder[]
  chosen: string | undefined
  mayChange: boolean
  onChoose: (path: string | undefined) => void
  onDeed: (deed: FolderDeed) => void
  /** Assets that were dropped on a folder, or files. */
  onDropAssets: (ids: string[], path: string) => void
  onDropFiles: (files: File[], path: string) => void
}

/** The folders of the library. Arrows walk and unfold them, Enter shows one; assets and files can be dropped on them. */
export function FolderTree({ folders, chosen, mayChange, onChoose, onDeed, onDropAssets, onDropFiles }: Props) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const [closed, setClosed] = useState<Set<string>>(() => new Set())
  const [over, setOver] = useState<string | null>(null)
  const parents = useMemo(() => new Set(folders.filter((one) => one.path !== '/').map((one) => parentOf(one.path))), [folders])
  const depth = (path: string) => (path === '/' ? 1 : path.split('/').length)
  const isHidden = (path: string) => path !== '/' && [...closed].some((one) => path !== one && (one === '/' || path.startsWith(`${one}/`)))
  const shown = folders.filter((one) => !isHidden(one.path))
  const current = chosen ?? ''
  const fold = (path: string, close: boolean) => setClosed((before) => { const next = new Set(before); if (close) next.add(path); else next.delete(path); return next })
  const onKey = (event: KeyboardEvent, path: string) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])]
    const at = items.indexOf(event.currentTarget as HTMLElement)
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
    if (event.target !== event.currentTarget) return
    if (target !== undefined) items[Math.max(0, Math.min(items.length - 1, target))]?.focus()
    else if (event.key === 'Enter' || event.key === ' ') onChoose(path)
    else if (event.key === 'ArrowRight' && parents.has(path)) fold(path, false)
    else if (event.key === 'ArrowLeft') fold(path, true)
    else if (event.key === 'F2' && mayChange && path !== '/') onDeed({ kind: 'rename', path })
    else if (event.key === 'Delete' && mayChange && path !== '/') onDeed({ kind: 'remove', path })
    else return
    event.preventDefault()
  }
  const onDrop = (event: DragEvent, path: string) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(null)
    const ids = event.dataTransfer.getData(DRAGGED)
    if (ids) onDropAssets(JSON.parse(ids) as string[], path)
    else if (event.dataTransfer.files.length > 0) onDropFiles([...event.dataTransfer.files], path)
  }
  return (
    <div role="tree" aria-label={t('media.folders')} ref={root} className="folders">
      {shown.map((one) => {
        const isChosen = one.path === current
        const isOpen = parents.has(one.path) && !closed.has(one.path)
        const name = one.path === '/' ? t('media.root') : folderName(one.path)
        const Sign = isChosen ? IconFolderOpen : IconFolder
        return (
          <div key={one.path} role="treeitem" aria-level={depth(one.path)} aria-expanded={parents.has(one.path) ? isOpen : undefined} aria-selected={isChosen} tabIndex={isChosen || (current === '' && one.path === '/') ? 0 : -1} className="folder" aria-label={one.assets > 0 ? `${name}, ${t('media.count', { count: one.assets, formatted: formatNumber(one.assets) })}` : name}
            style={{ paddingInlineStart: `${(depth(one.path) - 1) * 0.85 + 0.2}rem` }} data-over={over === one.path || undefined} onClick={() => onChoose(one.path)} onKeyDown={(event) => onKey(event, one.path)}
            onDragOver={(event) => { event.preventDefault(); setOver(one.path) }} onDragLeave={() => setOver(null)} onDrop={(event) => onDrop(event, one.path)}>
            <span className="folder-fold" onClick={(event) => { if (parents.has(one.path)) { event.stopPropagation(); fold(one.path, isOpen) } }}>{parents.has(one.path) && (isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />)}</span>
            <Sign size={16} aria-hidden />
            <span className="grow clip" title={one.path}>{name}</span>
            {one.assets > 0 && <span className="folder-count" data-count={formatNumber(one.assets)} />}
            {mayChange && <FolderMenu path={one.path} name={name} onDeed={onDeed} />}
          </div>
        )
      })}
    </div>
  )
}

/** What is done in it is not done to the folder around it. */
function FolderMenu({ path, name, onDeed }: { path: string; name: string; onDeed: (deed: FolderDeed) => void }) {
  const { t } = useTranslation()
  return (
    <span className="folder-more" role="none" onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon size={24} tabIndex={-1} aria-label={t('media.folderActions', { name })}><IconDots size={15} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFolderPlus size={15} />} onClick={() => onDeed({ kind: 'create', path })}>{t('media.newFolderIn')}</Menu.Item>
          {path !== '/' && <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onDeed({ kind: 'rename', path })}>{t('media.moveFolder')}</Menu.Item>}
          {path !== '/' && <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => onDeed({ kind: 'remove', path })}>{t('media.removeFolder')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}

import { IconChevronDown, IconChevronRight, IconFile, IconFolder } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel } from '../api/model.ts'
import { childrenOf, type TreeNode } from '../api/tree.ts'

/** Entries in their folders, which are read when they are opened. Arrows walk the tree, Enter opens an entry. */
export function Tree({ app, locale, onOpen }: { app: AppModel; locale: string; onOpen: (id: string) => void }) {
  const root = useRef<HTMLDivElement>(null)
  const onKey = (event: KeyboardEvent) => {
    const rows = [...(root.current?.querySelectorAll<HTMLElement>('[role="treeitem"] > .tree-row') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (target === undefined) return
    event.preventDefault()
    rows[Math.max(0, Math.min(rows.length - 1, target))]?.focus()
  }
  return (
    <div className="tree" role="tree" aria-label={app.label.text} ref={root} onKeyDown={onKey}>
      <Branch app={app} locale={locale} path="/" depth={0} onOpen={onOpen} />
    </div>
  )
}

interface BranchProps {
  app: AppModel
  locale: string
  path: string
  depth: number
  onOpen: (id: string) => void
}

function Branch({ app, locale, path, depth, onOpen }: BranchProps) {
  const { t } = useTranslation()
  const children = useQuery({ queryKey: ['tree', app.contentType, path, locale], queryFn: () => childrenOf(app.contentType ?? '', path, locale), staleTime: 5_000 })
  if (children.isPending) return <p className="quiet small tree-note" style={{ paddingInlineStart: `${depth * 1.2 + 2}rem` }}>{t('state.loading')}</p>
  if (children.data?.length === 0) return <p className="quiet small tree-note" style={{ paddingInlineStart: `${depth * 1.2 + 2}rem` }}>{t('tree.empty')}</p>
  return children.data?.map((node, at) => <Item key={node.id} app={app} locale={locale} node={node} depth={depth} first={depth === 0 && at === 0} onOpen={onOpen} />)
}

function Item({ app, locale, node, depth, first, onOpen }: { app: AppModel; locale: string; node: TreeNode; depth: number; first: boolean; onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const act = () => (node.folder ? setOpen(!open) : onOpen(node.id))
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') act()
    else if (event.key === 'ArrowRight' && node.folder) setOpen(true)
    else if (event.key === 'ArrowLeft' && node.folder) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div role="treeitem" aria-expanded={node.folder ? open : undefined} aria-level={depth + 1} aria-selected={false}>
      <div className="tree-row" tabIndex={first ? 0 : -1} style={{ paddingInlineStart: `${depth * 1.2 + 0.6}rem` }} onClick={act} onKeyDown={onKey}>
        {node.folder ? (open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />) : <span style={{ width: 15 }} />}
        {node.folder ? <IconFolder size={16} aria-hidden /> : <IconFile size={16} aria-hidden />}
        <span className="grow clip">{node.title}</span>
        {!node.folder && <span className="state tiny" data-state={node.state}>{t(`state.${node.state}` as 'state.published')}</span>}
      </div>
      {open && <div role="group"><Branch app={app} locale={locale} path={node.path} depth={depth + 1} onOpen={onOpen} /></div>}
    </div>
  )
}

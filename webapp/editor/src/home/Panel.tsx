import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FILES, useApps } from '../api/apps.ts'
import { AppIcon } from '../shell/icons.tsx'

interface PanelProps {
  id: string
  title: string
  /** How many there are, where not all are listed. */
  total?: number
  wide?: boolean
  children: ReactNode
}

export function Panel({ id, title, total, wide, children }: PanelProps) {
  return (
    <section className="panel" aria-labelledby={`home-${id}`} data-wide={wide || undefined}>
      <div className="panel-head"><h2 id={`home-${id}`}>{title}</h2>{total !== undefined && total > 0 && <span className="tag">{total}</span>}</div>
      {children}
    </section>
  )
}

interface EntryLinkProps {
  contentType: string
  id: string
  title: string
  children?: ReactNode
}

/** A line that leads to an entry, in the app that shows its type, or to a file in the library. */
export function EntryLink({ contentType, id, title, children }: EntryLinkProps) {
  const apps = useApps()
  const isFile = contentType === FILES
  const app = apps.data?.flatMap((group) => group.apps).find((one) => one.contentType === contentType)
  const body = <><AppIcon name={app?.icon} app={isFile ? 'asset' : contentType} size={16} /><span className="grow clip" title={title}>{title}</span>{children}</>
  if (isFile) return <Link to="/media/$id" params={{ id: `jcr:${id}` }}>{body}</Link>
  return app ? <Link to="/apps/$app/$id" params={{ app: app.name, id }}>{body}</Link> : <span className="recent-plain">{body}</span>
}

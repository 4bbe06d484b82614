import '../theme/entry.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Navigate } from '@tanstack/react-router'
import i18next from 'i18next'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { isOfFiles, useApp } from '../api/apps.ts'
import { onEvent, onReturn } from '../api/events.ts'
import type { AppModel } from '../api/model.ts'
import type { Draft } from '../form/draft.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { useMe } from '../shell/Login.tsx'
import { tellNotice } from '../shell/tell.ts'
import { EntryEditor } from './EntryEditor.tsx'
import { openDraft } from './openDrafts.ts'

const route = getRouteApi('/apps/$app/$id')

/** An entry, opened. When a new one gets its id the address changes and the form stays. */
export function EntryPage() {
  const { app: name, id } = route.useParams()
  const app = useApp(name)
  if (app.isError) return <FailureCard isPage error={app.error} retry={() => void app.refetch()} />
  if (!app.data) return <Waiting />
  if (isOfFiles(app.data)) return id === 'new' ? <Navigate to="/media" replace /> : <Navigate to="/media/$id" params={{ id }} replace />
  return <Opened key={app.data.name} app={app.data} id={id} />
}

function Opened({ app, id }: { app: AppModel; id: string }) {
  const me = useMe()
  const navigate = route.useNavigate()
  const client = useQueryClient()
  const created = useRef<{ id: string; draft: Draft } | null>(null)
  const opened = useQuery({
    queryKey: ['draft', app.contentType, id, me.name],
    queryFn: async () => (created.current?.id === id ? created.current.draft : openDraft(app, id, me.name)),
    gcTime: 0,
    staleTime: Infinity,
    retry: 1,
  })
  // One that was new when it was opened stays the same, with the cursor where it is, when it gets its id.
  const draft = created.current?.id === id ? created.current.draft : opened.data
  useEffect(() => {
    if (!draft) return
    draft.onCreated = (made) => {
      created.current = { id: made, draft }
      void navigate({ params: { app: app.name, id: made }, search: (before) => before, replace: true })
    }
    draft.onCleaned = (removed) => tellNotice(i18next.t('rich.cleaned', { what: removed.join(', ') }))
    return () => {
      draft.close()
      // Opened again, it is read again.
      if (created.current?.draft === draft) created.current = null
      void client.invalidateQueries({ queryKey: ['entries', app.contentType] })
    }
  }, [draft, app, navigate, client])
  useEffect(() => {
    const keep = () => draft?.flush()
    const again = () => { if (draft?.isUnsaved) void draft.saveNow().catch(() => undefined) }
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keep)
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keep)
      window.removeEventListener('online', again)
    }
  }, [draft])
  useFollowing(draft)
  if (opened.isError) return <FailureCard isPage error={opened.error} retry={() => void opened.refetch()} />
  if (!draft) return <Waiting />
  return <EntryEditor key={draft.serial} app={app} draft={draft} />
}

/** Brings in what others do with the entry while it is open: their texts, and whether readers get it. */
function useFollowing(draft: Draft | undefined) {
  useEffect(() => onEvent('change', (data) => {
    // Away from the server, or not to be read any more: the next save finds out.
    if (draft?.entry && data.id === draft.entry['@id']) void draft.follow({ revision: Number(data.revision), isLive: data.perspective === 'live' }).catch(() => undefined)
  }), [draft])
  useEffect(() => onReturn(() => { if (draft?.entry) void draft.follow({ revision: draft.entry.revision, isLive: true }).catch(() => undefined) }), [draft])
}

function Waiting() {
  const { t } = useTranslation()
  return <p className="page quiet" role="status">{t('state.loading')}</p>
}

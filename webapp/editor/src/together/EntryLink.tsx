import { getRouteApi, Navigate } from '@tanstack/react-router'
import { useApps } from '../api/apps.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { Missing } from '../shell/Missing.tsx'

const route = getRouteApi('/entry/$type/$id')

/** Goes on to the app that an entry of this type is edited in. */
export function EntryLink() {
  const { type, id } = route.useParams()
  const search = route.useSearch()
  const apps = useApps()
  if (apps.isError) return <FailureCard isPage error={apps.error} retry={() => void apps.refetch()} />
  if (!apps.data) return null
  const app = apps.data.flatMap((group) => group.apps).find((one) => one.contentType === type)
  return app ? <Navigate to="/apps/$app/$id" params={{ app: app.name, id }} search={search} replace /> : <Missing />
}

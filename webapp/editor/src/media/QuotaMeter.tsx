import { Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { readQuota } from '../api/assets.ts'
import { formatBytes } from '../theme/format.ts'

/** How much room the files of one's organisation take; nothing for who acts for none. */
export function QuotaMeter() {
  const { t } = useTranslation()
  const quota = useQuery({ queryKey: ['assets', 'quota'], queryFn: readQuota, staleTime: 30_000, retry: false })
  const { used, allowed } = quota.data ?? {}
  if (used === undefined || !allowed) return null
  const text = t('media.quota', { used: formatBytes(used), allowed: formatBytes(allowed) })
  return (
    <div className="quota">
      <Progress value={Math.min(100, (used / allowed) * 100)} size={5} color={used > allowed * 0.9 ? 'amber' : undefined} aria-label={text} />
      <p className="tiny quiet">{text}</p>
    </div>
  )
}

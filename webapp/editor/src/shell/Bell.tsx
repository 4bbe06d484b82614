import { ActionIcon, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onEvent } from '../api/events.ts'
import { chooseMail, notifications } from '../api/notifications.ts'
import { useMe } from './Login.tsx'

const NotificationList = lazy(() => import('../together/NotificationList.tsx'))

/** Letters come in the language of the interface: the server learns it whenever it is another one in this browser. */
function tellLanguage(user: string, language: string) {
  const key = `nephele.mail-language.${user}`
  if (localStorage.getItem(key) === language) return
  chooseMail({ language }).then(() => localStorage.setItem(key, language), () => undefined)
}

/** How much is new for one, live, and what. */
export function Bell({ opened, onChange }: { opened: boolean; onChange: (opened: boolean) => void }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const found = useQuery({ queryKey: ['notifications'], queryFn: notifications, refetchInterval: 60_000, refetchOnWindowFocus: true })
  const [announced, setAnnounced] = useState('')
  useEffect(() => onEvent('notification', () => void client.invalidateQueries({ queryKey: ['notifications'] })), [client])
  useEffect(() => tellLanguage(me.name, i18n.language), [me.name, i18n.language])
  const unread = found.data?.unread ?? 0
  useEffect(() => { setAnnounced(unread > 0 ? t('notices.unread', { count: unread }) : '') }, [unread, t])
  return (
    <>
      <Popover opened={opened} onChange={onChange} position="bottom-end" width={384} shadow="md" trapFocus returnFocus withRoles={false}>
        <Popover.Target>
          <ActionIcon className={unread > 0 ? 'counted' : undefined} data-count={unread > 99 ? '99+' : unread} aria-haspopup="dialog" aria-expanded={opened}
            aria-label={unread > 0 ? `${t('notices.title')}: ${t('notices.unread', { count: unread })}` : t('notices.title')} onClick={() => onChange(!opened)}><IconBell size={18} /></ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p={0} role="dialog" aria-label={t('notices.title')} maw="calc(100vw - 1rem)">
          <Suspense fallback={null}>{opened && <NotificationList list={found.data} onClose={() => onChange(false)} />}</Suspense>
        </Popover.Dropdown>
      </Popover>
      <span className="only-read" role="status">{announced}</span>
    </>
  )
}

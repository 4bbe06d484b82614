import '../theme/list.css'
import '../theme/entry.css'
import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoles, users as readUsers, type User } from '../api/users.ts'
import { fold } from '../fields/VocabularyControl.tsx'
import { FailureCard } from '../shell/Failure.tsx'
import { initials } from '../entry/Presence.tsx'
import { UserDialog } from './UserDialog.tsx'

/** Who may log in, and as what. */
export function UsersPage() {
  const { t } = useTranslation()
  const users = useQuery({ queryKey: ['users'], queryFn: readUsers })
  const roles = useRoles()
  const [text, setText] = useState('')
  const [edited, setEdited] = useState<User | 'new' | null>(null)
  const shown = (users.data ?? []).filter((user) => fold(`${user.name} ${user.fullName} ${user.email}`).includes(fold(text)))
  const labels = new Map(roles.data?.map((role) => [role.name, role.label]))
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.users')}</h1>
        <TextInput size="xs" leftSection={<IconSearch size={15} aria-hidden />} aria-label={t('picker.search')} placeholder={t('picker.search')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('users.new')}</Button>
      </div>
      {users.isError && <FailureCard error={users.error} retry={() => void users.refetch()} />}
      <ul className="panel people" aria-label={t('nav.users')}>
        {shown.map((user) => (
          <li key={user.name} data-off={!user.enabled || undefined}>
            <span className="presence" aria-hidden>{initials(user.fullName || user.name)}</span>
            <span className="grow">
              <button type="button" className="link" onClick={() => setEdited(user)}>{user.fullName || user.name}</button>
              {user.sample && <span className="tag" style={{ marginInlineStart: '0.5rem' }}>{t('list.sample')}</span>}
              {!user.enabled && <span className="tag" data-severity="SEVERE" style={{ marginInlineStart: '0.5rem' }}>{t('users.suspended')}</span>}
              <span className="quiet tiny break" style={{ display: 'block' }}>{[user.name, user.email].filter(Boolean).join(' · ')}</span>
            </span>
            <span className="row wrap people-roles">{user.roles.map((role) => <span key={role} className="tag">{labels.get(role) ?? role}</span>)}</span>
          </li>
        ))}
      </ul>
      {edited && <UserDialog user={edited === 'new' ? null : edited} roles={roles.data ?? []} onClose={() => setEdited(null)} onChanged={() => void users.refetch()} />}
    </div>
  )
}

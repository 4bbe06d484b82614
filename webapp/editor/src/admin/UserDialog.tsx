import { Button, CopyButton, MultiSelect, Switch, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useReferences } from '../api/choices.ts'
import { ApiError } from '../api/problem.ts'
import { changeUser, createUser, removeUser, resetPassword, type Role, type User } from '../api/users.ts'
import { EntryPicker } from '../fields/EntryPicker.tsx'
import { Dialog } from '../shell/Dialog.tsx'
import { useMe } from '../shell/Login.tsx'
import { localeName } from '../theme/format.ts'

interface Props {
  user: User | null
  roles: Role[]
  onClose: () => void
  onChanged: () => void
}

export const LOCALES = ['en', 'de', 'it', 'el', 'ro', 'bg', 'hu', 'sl', 'sr', 'sr-Latn', 'bs', 'sq', 'hr', 'mk', 'cnr']

/** A person: roles, the organisations she acts for, the languages she writes. A new password is shown once. */
export function UserDialog({ user, roles, onClose, onChanged }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const [name, setName] = useState(user?.name ?? '')
  const [form, setForm] = useState({ fullName: user?.fullName ?? '', email: user?.email ?? '', enabled: user?.enabled ?? true, roles: user?.roles ?? [], organisations: user?.organisations ?? [], locales: user?.locales ?? [] })
  const [password, setPassword] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const organisations = useReferences(form.organisations)
  const run = async (work: () => Promise<unknown>, close: boolean) => {
    setError(null)
    try {
      await work()
      onChanged()
      if (close) onClose()
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (user) void run(() => changeUser(user.name, form), true)
    else void run(async () => setPassword((await createUser({ name: name.trim(), ...form })).password ?? ''), false)
  }
  if (password !== null) {
    return (
      <Dialog onClose={onClose} title={t('users.password')}>
        <div className="stack">
          <p>{t('users.passwordOnce', { name: name || user?.name })}</p>
          <p className="mono panel" style={{ padding: '0.7rem', fontSize: '1rem', overflowWrap: 'anywhere' }}>{password}</p>
          <CopyButton value={password}>{({ copied, copy }) => <Button onClick={copy}>{copied ? t('action.copied') : t('action.copy')}</Button>}</CopyButton>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog onClose={onClose} title={user ? user.fullName || user.name : t('users.new')} size="lg">
      <form className="stack" onSubmit={submit}>
        <TextInput label={t('login.user')} value={name} readOnly={user !== null} required withAsterisk={false} data-autofocus={user === null || undefined} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput label={t('users.fullName')} value={form.fullName} onChange={(event) => setForm({ ...form, fullName: event.currentTarget.value })} />
        <TextInput label={t('users.email')} type="email" value={form.email} onChange={(event) => setForm({ ...form, email: event.currentTarget.value })} />
        <MultiSelect label={t('nav.roles')} searchable data={roles.map((role) => ({ value: role.name, label: role.label, disabled: !role.givable && !form.roles.includes(role.name) }))} value={form.roles} onChange={(chosen) => setForm({ ...form, roles: chosen })} />
        <div>
          <p className="field-label">{t('users.organisations')}</p>
          <div className="refs">
            {form.organisations.length > 0 && <ul>{form.organisations.map((id) => <li key={id} className="ref"><span className="grow">{organisations.data?.find((hit) => hit.id === id)?.title ?? id}</span><Button size="compact-sm" variant="subtle" onClick={() => setForm({ ...form, organisations: form.organisations.filter((other) => other !== id) })}>{t('action.remove')}</Button></li>)}</ul>}
            <EntryPicker label={t('users.addOrganisation')} types={['organisation']} onPick={(hit) => { if (hit && !form.organisations.includes(hit.id)) setForm({ ...form, organisations: [...form.organisations, hit.id] }) }} />
          </div>
        </div>
        <MultiSelect label={t('users.locales')} description={t('users.localesText')} searchable data={LOCALES.map((locale) => ({ value: locale, label: localeName(locale) }))} value={form.locales} onChange={(locales) => setForm({ ...form, locales })} />
        {user && user.name !== me.name && <Switch label={t('users.enabled')} description={t('users.enabledText')} checked={form.enabled} onChange={(event) => setForm({ ...form, enabled: event.currentTarget.checked })} />}
        {error && <div className="login-error break" role="alert">{error}</div>}
        <div className="row wrap" style={{ justifyContent: 'flex-end' }}>
          {user && user.name !== me.name && <Button variant="subtle" color="red" onClick={() => void run(() => removeUser(user.name), true)}>{t('action.delete')}</Button>}
          {user && <Button variant="default" onClick={() => void run(async () => setPassword((await resetPassword(user.name)).password), false)}>{t('users.reset')}</Button>}
          <span className="grow" />
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit">{user ? t('action.save') : t('users.create')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

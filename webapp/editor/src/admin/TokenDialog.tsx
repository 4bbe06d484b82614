import { Button, CopyButton, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApps } from '../api/apps.ts'
import { makeToken } from '../api/keys.ts'
import { ApiError } from '../api/problem.ts'
import { users as readUsers } from '../api/users.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { useMe } from '../shell/Login.tsx'
import { localeName } from '../theme/format.ts'
import { LOCALES } from './UserDialog.tsx'

export const ACTIONS = ['read', 'create', 'write', 'delete', 'publish', 'comment', 'export'] as const
const LONGEST = 366

/** What a program may do at most, and for how long. The token itself is shown once. */
export function TokenDialog({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const apps = useApps()
  const users = useQuery({ queryKey: ['users'], queryFn: readUsers, enabled: me.administrator })
  const [form, setForm] = useState({ name: '', user: me.name, expiresInDays: 90, actions: [] as string[], types: [] as string[], locales: [] as string[], perspective: null as string | null })
  const [made, setMade] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      const token = await makeToken({ ...form, name: form.name.trim(), perspective: form.perspective ?? undefined })
      setMade(token.token ?? '')
      onMade()
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
  }
  if (made !== null) {
    return (
      <Dialog onClose={onClose} title={t('tokens.made', { name: form.name })} closeOnClickOutside={false}>
        <div className="stack">
          <p>{t('tokens.once')}</p>
          <p className="mono panel" style={{ padding: '0.7rem', overflowWrap: 'anywhere' }} data-token>{made}</p>
          <CopyButton value={made}>{({ copied, copy }) => <Button onClick={copy}>{copied ? t('action.copied') : t('action.copy')}</Button>}</CopyButton>
        </div>
      </Dialog>
    )
  }
  const types = (apps.data ?? []).flatMap((group) => group.apps).filter((app) => app.contentType !== undefined)
  return (
    <Dialog onClose={onClose} title={t('tokens.new')} size="lg">
      <form className="stack" onSubmit={submit}>
        <TextInput label={t('tokens.name')} description={t('tokens.nameText')} required withAsterisk={false} data-autofocus value={form.name} onChange={(event) => setForm({ ...form, name: event.currentTarget.value })} />
        {me.administrator && <Select label={t('tokens.user')} description={t('tokens.userText')} searchable allowDeselect={false} data={[...new Set([me.name, ...(users.data ?? []).map((user) => user.name)])]} value={form.user} onChange={(user) => setForm({ ...form, user: user ?? me.name })} />}
        <NumberInput label={t('tokens.days')} min={1} max={LONGEST} allowDecimal={false} value={form.expiresInDays} onChange={(days) => setForm({ ...form, expiresInDays: Number(days) })} />
        <fieldset className="plain stack">
          <legend className="strong">{t('tokens.limits')}</legend>
          <p className="quiet small">{t('tokens.limitsText')}</p>
          <MultiSelect label={t('tokens.actions')} searchable data={ACTIONS.map((action) => ({ value: action, label: t(`roles.action.${action}`) }))} value={form.actions} onChange={(actions) => setForm({ ...form, actions })} />
          <MultiSelect label={t('tokens.types')} searchable data={[...new Map(types.map((app) => [app.contentType ?? '', { value: app.contentType ?? '', label: app.label.text }])).values()]} value={form.types} onChange={(chosen) => setForm({ ...form, types: chosen })} />
          <MultiSelect label={t('users.locales')} searchable data={LOCALES.map((locale) => ({ value: locale, label: localeName(locale) }))} value={form.locales} onChange={(locales) => setForm({ ...form, locales })} />
          <Select label={t('tokens.perspective')} clearable placeholder={t('tokens.both')} data={[{ value: 'live', label: t('tokens.live') }, { value: 'draft', label: t('tokens.draft') }]} value={form.perspective} onChange={(perspective) => setForm({ ...form, perspective })} />
        </fieldset>
        {error && <div className="login-error break" role="alert">{error}</div>}
        <div className="row wrap" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="submit">{t('tokens.make')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

import '../theme/list.css'
import { Button, PasswordInput, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { changePassword, endSession, endSessions, sessions as readSessions } from '../api/keys.ts'
import { ApiError } from '../api/problem.ts'
import { session } from '../api/session.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { useMe } from '../shell/Login.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { formatAgo, formatMoment } from '../theme/format.ts'

/** Where one is logged in, and one's password. */
export function SessionsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [all, setAll] = useState(false)
  const open = useQuery({ queryKey: ['sessions', all], queryFn: () => readSessions(all) })
  useEffect(() => { document.title = `${t('nav.sessions')} · Nephele` }, [t])
  const run = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work()
      tellDone(done)
      void open.refetch()
    } catch (failure) {
      tellFailure(failure)
    }
  }
  const everywhere = async () => {
    try {
      await endSessions(false)
      session.closed()
    } catch (failure) {
      tellFailure(failure)
    }
  }
  const others = (open.data ?? []).filter((one) => !one.current && one.user === me.name)
  return (
    <div className="page narrow-page">
      <div className="page-head"><h1>{t('nav.sessions')}</h1></div>
      <section className="panel" aria-labelledby="open-sessions">
        <div className="panel-head">
          <h2 id="open-sessions">{t('sessions.open')}</h2>
          {me.administrator && <Switch size="xs" label={t('sessions.all')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />}
        </div>
        {open.isError && <FailureCard error={open.error} retry={() => void open.refetch()} />}
        <ul className="people">
          {open.data?.map((one) => (
            <li key={one.id}>
              <span className="grow">
                <span className="strong">{all ? one.user : one.origin}</span>
                {one.current && <span className="tag" style={{ marginInlineStart: '0.5rem' }}>{t('sessions.this')}</span>}
                <span className="quiet tiny break" style={{ display: 'block' }}>
                  {[all ? one.origin : null, t('sessions.since', { when: formatMoment(one.created) }), t('sessions.seen', { when: formatAgo(one.lastSeen) })].filter(Boolean).join(' · ')}
                </span>
              </span>
              {!one.current && <Button variant="default" aria-label={t('sessions.endNamed', { name: one.user, when: formatMoment(one.created) })} onClick={() => void run(() => endSession(one.id), t('sessions.ended'))}>{t('sessions.end')}</Button>}
            </li>
          ))}
        </ul>
        <div className="panel-body row wrap" style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" disabled={others.length === 0} onClick={() => void run(() => endSessions(true), t('sessions.endedOthers'))}>{t('sessions.endOthers')}</Button>
          <Button variant="default" onClick={() => void everywhere()}>{t('sessions.endAll')}</Button>
        </div>
      </section>
      <PasswordForm />
    </div>
  )
}

function PasswordForm() {
  const { t } = useTranslation()
  const [before, setBefore] = useState('')
  const [after, setAfter] = useState('')
  const [error, setError] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      await changePassword(before, after)
      setBefore('')
      setAfter('')
      tellDone(t('password.done'))
    } catch (failure) {
      setError(failure instanceof ApiError ? failure.message : t('failure.defect'))
    }
  }
  const show = { 'aria-label': t('login.show') }
  return (
    <section className="panel" aria-labelledby="password" style={{ marginTop: '1.25rem' }}>
      <div className="panel-head"><h2 id="password">{t('password.title')}</h2></div>
      <form className="panel-body stack" onSubmit={submit}>
        <p className="quiet small">{t('password.text')}</p>
        <PasswordInput label={t('password.before')} autoComplete="current-password" required withAsterisk={false} value={before} onChange={(event) => setBefore(event.currentTarget.value)} visibilityToggleButtonProps={show} />
        <PasswordInput label={t('password.after')} autoComplete="new-password" required withAsterisk={false} value={after} onChange={(event) => setAfter(event.currentTarget.value)} visibilityToggleButtonProps={show} />
        {error && <div className="login-error break" role="alert">{error}</div>}
        <div className="row" style={{ justifyContent: 'flex-end' }}><Button type="submit">{t('password.change')}</Button></div>
      </form>
    </section>
  )
}

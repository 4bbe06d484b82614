import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { logIn, loginMethods, lookAgain, whoAmI, type LoginMethods } from '../api/account.ts'
import { ApiError } from '../api/problem.ts'
import { session, type Me } from '../api/session.ts'
import mark from '../theme/mark.svg'
import { Dialog } from './Dialog.tsx'

export function useSession() {
  return useSyncExternalStore(session.subscribe, session.snapshot)
}

export function useMe(): Me {
  const state = useSession()
  if (state.kind === 'open' || state.kind === 'expired') return state.me
  throw new Error('Nobody is logged in')
}

/** Shows the log-in page to whoever is not logged in, and asks in place when a session has ended under somebody's work. */
export function SessionGate({ children }: { children: ReactNode }) {
  const state = useSession()
  const { t } = useTranslation()
  useEffect(() => {
    if (session.snapshot().kind === 'checking') void whoAmI()
  }, [])
  const isOpen = state.kind === 'open'
  useEffect(() => { if (isOpen) goWhereOneWanted() }, [isOpen])
  const asking = useAtRest(state.kind === 'expired')
  if (state.kind === 'checking') return null
  if (state.kind === 'none') {
    return (
      <main className="login">
        <div className="login-card">
          <header>
            <img src={mark} alt="" />
            <div>
              <h1>{t('login.title')}</h1>
              <p>{t('login.subtitle')}</p>
            </div>
          </header>
          <LoginForm />
          <Provider />
        </div>
      </main>
    )
  }
  return (
    <>
      {children}
      {state.kind === 'expired' && asking && (
        <Dialog onClose={() => undefined} withCloseButton={false} title={t('login.expired')}>
          <div className="stack">
            <p className="quiet small">{t('login.expiredText')}</p>
            <LoginForm user={state.me.name} />
            <Provider besideWork />
          </div>
        </Dialog>
      )}
    </>
  )
}

/** What somebody is typing goes on into its field, and not into the log-in that comes in between. */
const REST_MILLIS = 1_000

/** Whether no key has been pressed for a while since it was wanted. */
function useAtRest(wanted: boolean): boolean {
  const [atRest, setAtRest] = useState(false)
  useEffect(() => {
    if (!wanted) return
    const rest = () => setTimeout(() => { window.removeEventListener('input', again, true); setAtRest(true) }, REST_MILLIS)
    let timer = rest()
    const again = () => { clearTimeout(timer); timer = rest() }
    window.addEventListener('input', again, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('input', again, true)
      setAtRest(false)
    }
  }, [wanted])
  return atRest
}

const WANTED = 'nephele.wanted'
const HOME = '/admin/'

/** The provider sends everybody to the first page: from there one goes on to where one came from. */
function goWhereOneWanted() {
  const wanted = sessionStorage.getItem(WANTED)
  sessionStorage.removeItem(WANTED)
  if (wanted?.startsWith(HOME) && wanted !== HOME && window.location.pathname === HOME) window.location.replace(wanted)
}

function rememberWhereOneWants() {
  if (window.location.pathname !== HOME) sessionStorage.setItem(WANTED, window.location.pathname + window.location.search)
}

/**
 * The way in through an identity provider, where the server has one.
 *
 * @param besideWork in a tab of its own, so that what is on the page stays; whoever comes back from there is asked no more
 */
function Provider({ besideWork }: { besideWork?: boolean }) {
  const { t } = useTranslation()
  useEffect(() => {
    if (!besideWork) return
    const look = () => void lookAgain()
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [besideWork])
  const [methods, setMethods] = useState<LoginMethods | null>(null)
  useEffect(() => {
    void loginMethods().then(setMethods)
  }, [])
  if (!methods?.openId) return null
  return (
    <div className="stack">
      <p className="login-or"><span>{t('login.or')}</span></p>
      <Button component="a" href={methods.openId.start} target={besideWork ? '_blank' : undefined} onClick={besideWork ? undefined : rememberWhereOneWants} variant="default" size="sm">{methods.openId.label || t('login.openId')}</Button>
      {besideWork && <p className="quiet small">{t('login.openIdTab')}</p>}
    </div>
  )
}

/** Why one is back on this page: the provider, or we, did not let one in. */
function refusal(): 'login.refused' | 'login.unavailable' | 'login.failed' | null {
  const reason = new URLSearchParams(window.location.search).get('login')
  return reason === 'refused' || reason === 'unavailable' || reason === 'failed' ? `login.${reason}` : null
}

function LoginForm({ user }: { user?: string }) {
  const { t } = useTranslation()
  const [name, setName] = useState(user ?? '')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(() => { const reason = refusal(); return reason && t(reason) })
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await logIn(name.trim(), password)
      if (refusal()) window.history.replaceState(null, '', window.location.pathname)
    } catch (failure) {
      const api = failure instanceof ApiError ? failure : null
      setError(api?.isOffline ? t('failure.offline') : api?.status === 429 ? t('login.tooMany') : api?.status === 401 || api?.status === 400 ? t('login.wrong') : (api?.message ?? t('failure.defect')))
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className="stack">
      {error && <div className="login-error" role="alert">{error}</div>}
      <TextInput label={t('login.user')} name="username" autoComplete="username" value={name} onChange={(event) => setName(event.currentTarget.value)} required withAsterisk={false} readOnly={user !== undefined} data-autofocus={user === undefined ? true : undefined} autoFocus={user === undefined} />
      <PasswordInput label={t('login.password')} name="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} required withAsterisk={false} data-autofocus={user !== undefined ? true : undefined} visibilityToggleButtonProps={{ 'aria-label': t('login.show') }} />
      <Button type="submit" loading={busy} size="sm">{t('login.submit')}</Button>
    </form>
  )
}

import '../theme/list.css'
import { Button, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApps } from '../api/apps.ts'
import { revokeToken, tokens as readTokens, type ApiToken } from '../api/keys.ts'
import { FailureCard } from '../shell/Failure.tsx'
import { useMe } from '../shell/Login.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { formatAgo, formatDay, localeName } from '../theme/format.ts'
import { ACTIONS, TokenDialog } from './TokenDialog.tsx'

/** Keys for programs: one's own, or everybody's for an administrator. */
export function TokensPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [all, setAll] = useState(false)
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<string | null>(null)
  const tokens = useQuery({ queryKey: ['tokens', all], queryFn: () => readTokens(all) })
  useEffect(() => { document.title = `${t('nav.tokens')} · Nephele` }, [t])
  const revoke = async (token: ApiToken) => {
    try {
      await revokeToken(token.id)
      tellDone(t('tokens.revoked', { name: token.name }))
    } catch (failure) {
      tellFailure(failure)
    }
    setRevoking(null)
    void tokens.refetch()
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('nav.tokens')}</h1>
        {me.administrator && <Switch size="xs" label={t('tokens.all')} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />}
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>{t('tokens.new')}</Button>
      </div>
      <p className="quiet" style={{ marginBottom: '1rem', maxWidth: '46rem' }}>{t('tokens.text')}</p>
      {tokens.isError && <FailureCard error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <div className="empty panel"><h2>{t('tokens.nothing')}</h2><p>{t('tokens.nothingText')}</p></div>}
      {tokens.data && tokens.data.length > 0 && (
        <ul className="panel people" aria-label={t('nav.tokens')}>
          {tokens.data.map((token) => (
            <li key={token.id} className="token">
              <span className="grow">
                <span className="strong break">{token.name}</span>
                {new Date(token.expires) < new Date() && <span className="tag" data-severity="SEVERE" style={{ marginInlineStart: '0.5rem' }}>{t('tokens.over')}</span>}
                <span className="quiet tiny break" style={{ display: 'block' }}>
                  {[all ? token.user : null, t('tokens.until', { when: formatDay(token.expires.slice(0, 10)) }), token.lastUsed ? t('tokens.used', { when: formatAgo(token.lastUsed) }) : t('tokens.unused')].filter(Boolean).join(' · ')}
                </span>
              </span>
              <Scope token={token} />
              {revoking === token.id
                ? <span className="row"><Button autoFocus onClick={() => void revoke(token)}>{t('tokens.revokeNow')}</Button><Button variant="default" onClick={() => setRevoking(null)}>{t('action.cancel')}</Button></span>
                : <Button variant="default" aria-label={t('tokens.revokeNamed', { name: token.name })} onClick={() => setRevoking(token.id)}>{t('tokens.revoke')}</Button>}
            </li>
          ))}
        </ul>
      )}
      {making && <TokenDialog onClose={() => setMaking(false)} onMade={() => void tokens.refetch()} />}
    </div>
  )
}

function Scope({ token }: { token: ApiToken }) {
  const { t } = useTranslation()
  const apps = (useApps().data ?? []).flatMap((group) => group.apps)
  const actions = token.actions.map((name) => { const known = ACTIONS.find((one) => one === name); return known ? t(`roles.action.${known}`) : name })
  const types = token.types.map((type) => apps.find((app) => app.contentType === type)?.label.text ?? type)
  const limits = [...actions, ...types, ...token.locales.map(localeName), ...(token.perspective ? [t(`tokens.${token.perspective as 'live'}`)] : [])]
  return <span className="row wrap people-roles">{limits.length === 0 ? <span className="quiet tiny">{t('tokens.unlimited')}</span> : limits.map((limit) => <span key={limit} className="tag">{limit}</span>)}</span>
}

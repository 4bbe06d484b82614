import { Button, Progress } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconLock } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agreementOf, consent, openRound, withdrawConsent, type Agreement, type RoundStatus } from '../api/agreement.ts'
import { useReferences } from '../api/choices.ts'
import { wayKey } from '../api/workflow.ts'
import { EntryPicker } from '../fields/EntryPicker.tsx'
import { FailureCard } from '../shell/Failure.tsx'
import { useMe } from '../shell/Login.tsx'
import { tellDone, tellFailure } from '../shell/tell.ts'
import { Why } from '../shell/Why.tsx'
import { formatMoment } from '../theme/format.ts'
import type { PanelProps } from './SidePanel.tsx'

const ROUND = 'agreement-round'

/** Who of the partners agrees on the document as it is, and which version is final. */
export function AgreementPanel({ app, draft, go }: PanelProps) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const type = app.contentType ?? ''
  const id = draft.entry?.['@id'] ?? ''
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const found = useQuery({ queryKey: ['agreement', type, id], queryFn: () => agreementOf(type, id), refetchInterval: (query) => (query.state.data?.rounds[0]?.state === 'collecting' ? 10_000 : false) })
  const revision = draft.entry?.revision
  useEffect(() => { void client.invalidateQueries({ queryKey: ['agreement', type, id] }) }, [client, type, id, revision])
  if (found.isError) return <FailureCard error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <p className="quiet">{t('state.loading')}</p>
  const deed = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true)
    let isDone = false
    try {
      if (draft.isUnsaved) await draft.saveNow()
      await work()
      tellDone(done)
      setAsking(false)
      isDone = true
    } catch (error) {
      tellFailure(error)
    }
    await client.invalidateQueries({ queryKey: ['agreement', type, id] })
    void client.invalidateQueries({ queryKey: wayKey(type, id) })
    void client.invalidateQueries({ queryKey: ['versions', type, id] })
    setBusy(false)
    return isDone
  }
  const ask = async (partners: string[]) => {
    const isAsked = await deed(() => openRound(type, id, partners), t('agreement.asked', { count: partners.length }))
    // The form is gone: who asked goes on where the answers come in, at the head of the panel.
    if (isAsked) document.getElementById(ROUND)?.focus()
  }
  const latest = found.data.rounds[0]
  const may = draft.entry?.['@permissions']?.write
  const fresh = !latest || latest.state === 'outdated' || (latest.state === 'agreed' && latest.changedSince)
  return (
    <>
      {!latest && <p className="quiet">{t('agreement.none')}</p>}
      {latest && <Latest {...{ agreement: found.data, status: latest, busy }} onCompare={() => go({ panel: 'versions' })} onAgree={(organisation) => void deed(() => consent(type, id, organisation), t('agreement.given'))}
        onWithdraw={(organisation) => void deed(() => withdrawConsent(type, id, organisation), t('agreement.takenBack'))} />}
      {fresh && !asking && (
        <>
          <Why permission={may} />
          <Button style={{ alignSelf: 'flex-start' }} disabled={busy || may?.allowed === false} onClick={() => setAsking(true)}>{latest ? t('agreement.openNew') : t('agreement.ask')}</Button>
        </>
      )}
      {fresh && asking && <Asking agreement={found.data} named={partnersNamed(draft.values)} busy={busy} onClose={() => setAsking(false)} onAsk={(partners) => void ask(partners)} />}
      {found.data.rounds.length > 1 && (
        <section aria-labelledby="agreement-before">
          <h3 id="agreement-before">{t('agreement.before')}</h3>
          <ul className="used-in">
            {found.data.rounds.slice(1).map(({ round, state }) => (
              <li key={round.number}>{t('versions.name', { name: round.version })} · {state === 'agreed' ? t('agreement.agreedOn', { when: formatMoment(round.agreedAt) }) : t('agreement.of', { agreed: round.consents.length, count: round.partners.length })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** The organisations that the document itself names as partners of an agreement. */
function partnersNamed(values: Record<string, unknown>): string[] {
  const agreements = Array.isArray(values.agreement) ? values.agreement : []
  return agreements.flatMap((one: unknown) => {
    const organisation = (one as { organisation?: unknown } | null)?.organisation
    return typeof organisation === 'string' ? [organisation] : []
  })
}

interface LatestProps {
  agreement: Agreement
  status: RoundStatus
  busy: boolean
  onAgree: (organisation: string) => void
  onWithdraw: (organisation: string) => void
  onCompare: () => void
}

function Latest({ agreement, status, busy, onAgree, onWithdraw, onCompare }: LatestProps) {
  const { t } = useTranslation()
  const me = useMe()
  const { round, state } = status
  const acts = (organisation: string) => me.organisations.includes(organisation) || me.roles.includes('superuser')
  const collecting = state === 'collecting'
  const name = (organisation: string) => agreement.titles[organisation] ?? organisation
  const person = (user: string) => agreement.people[user] ?? user
  const partners = round.partners.toSorted((one, other) => Number(acts(other)) - Number(acts(one)) || name(one).localeCompare(name(other)))
  return (
    <section className="stack" aria-labelledby={ROUND}>
      <h3 id={ROUND} tabIndex={-1}>{t('versions.name', { name: round.version })}</h3>
      <div className="agreement-state" data-state={state} role="status">
        {state === 'agreed' ? <IconLock size={16} aria-hidden /> : null}
        <span>
          {state === 'agreed' && t('agreement.final', { name: round.version, when: formatMoment(round.agreedAt), count: round.partners.length })}
          {collecting && t('agreement.notYet', { agreed: round.consents.length, count: round.partners.length })}
          {state === 'outdated' && t('agreement.outdated', { name: round.version })}
        </span>
      </div>
      {state === 'agreed' && status.changedSince && <p className="small">{t('agreement.changedSince', { name: round.version })} <button type="button" className="link" onClick={onCompare}>{t('versions.compare')}</button></p>}
      <Progress value={(100 * round.consents.length) / round.partners.length} color={state === 'agreed' ? 'green' : undefined} aria-label={t('agreement.of', { agreed: round.consents.length, count: round.partners.length })} />
      <p className="quiet tiny">{t('agreement.openedBy', { name: person(round.openedBy), when: formatMoment(round.openedAt) })}</p>
      <ul className="partners" aria-label={t('agreement.partners')}>
        {partners.map((organisation) => {
          const given = round.consents.find((one) => one.organisation === organisation)
          return (
            <li key={organisation} data-agreed={given ? true : undefined}>
              {given ? <IconCircleCheck size={17} aria-hidden /> : <IconCircleDashed size={17} aria-hidden />}
              <span className="grow">
                <span className="break">{name(organisation)}</span>
                <span className="quiet tiny" style={{ display: 'block' }}>{given ? t('agreement.by', { name: person(given.by), when: formatMoment(given.at) }) : t('agreement.missing')}</span>
              </span>
              {collecting && acts(organisation) && (given
                ? <Button size="compact-sm" variant="default" disabled={busy} aria-label={t('agreement.withdrawFor', { name: name(organisation) })} onClick={() => onWithdraw(organisation)}>{t('agreement.withdraw')}</Button>
                : <Button size="compact-sm" disabled={busy} aria-label={t('agreement.agreeFor', { name: name(organisation) })} onClick={() => onAgree(organisation)}>{t('agreement.agree')}</Button>)}
            </li>
          )
        })}
      </ul>
      {collecting && !round.partners.some(acts) && <Why permission={{ allowed: false, rule: t('agreement.notYours'), whoCanGrant: me.whoCanGrant }} />}
    </section>
  )
}

interface AskingProps {
  agreement: Agreement
  named: string[]
  busy: boolean
  onAsk: (partners: string[]) => void
  onClose: () => void
}

function Asking({ agreement, named, busy, onAsk, onClose }: AskingProps) {
  const { t } = useTranslation()
  const [partners, setPartners] = useState<string[]>(() => [...new Set(agreement.rounds.length > 0 || named.length === 0 ? agreement.suggested : named)])
  const titles = useReferences(partners)
  const name = (id: string) => titles.data?.find((hit) => hit.id === id)?.title ?? agreement.titles[id] ?? id
  return (
    <section className="stack" aria-labelledby="agreement-asking">
      <h3 id="agreement-asking">{t('agreement.whom', { count: partners.length })}</h3>
      <p className="quiet small">{t('agreement.whomText')}</p>
      <div className="refs">
        {partners.length > 0 && <ul>{partners.toSorted((one, other) => name(one).localeCompare(name(other))).map((id) => <li key={id} className="ref"><span className="grow break">{name(id)}</span><Button size="compact-sm" variant="subtle" aria-label={t('picker.remove', { title: name(id) })} onClick={() => setPartners(partners.filter((other) => other !== id))}>{t('action.remove')}</Button></li>)}</ul>}
        <EntryPicker label={t('users.addOrganisation')} types={['organisation']} onPick={(hit) => { if (hit && !partners.includes(hit.id)) setPartners([...partners, hit.id]) }} />
      </div>
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <Button variant="default" onClick={onClose}>{t('action.cancel')}</Button>
        <Button loading={busy} disabled={partners.length === 0} onClick={() => onAsk(partners)}>{t('agreement.askNow')}</Button>
      </div>
    </section>
  )
}

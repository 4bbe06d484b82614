import { SegmentedControl } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { chooseMail, mailChoice, type Delivery } from '../api/notifications.ts'
import { useMe } from './Login.tsx'
import { tellFailure } from './tell.ts'

/** What one wants by e-mail. */
export function MailPreference() {
  const { t } = useTranslation()
  const me = useMe()
  const client = useQueryClient()
  const found = useQuery({ queryKey: ['mail-choice'], queryFn: mailChoice })
  const choose = (mail: Delivery) => {
    if (found.data) client.setQueryData(['mail-choice'], { ...found.data, mail })
    chooseMail({ mail }).then((now) => client.setQueryData(['mail-choice'], now), tellFailure)
  }
  if (!found.data) return null
  const { mail, available, address, daily } = found.data
  const usable = available && address !== ''
  return (
    <fieldset className="plain">
      <legend>{t('prefs.mail')}</legend>
      <SegmentedControl fullWidth aria-label={t('prefs.mail')} value={mail} disabled={!usable} onChange={(next) => choose(next as Delivery)}
        data={[{ value: 'none', label: t('prefs.mail.none') }, { value: 'immediately', label: t('prefs.mail.immediately') }, { value: 'daily', label: t('prefs.mail.daily') }]} />
      <p className="quiet tiny" style={{ marginTop: '0.3rem' }}>
        {!available ? t('prefs.mail.off') : address === '' ? `${t('prefs.mail.noAddress')} ${me.whoCanGrant?.length ? t('prefs.mail.askFor', { who: me.whoCanGrant.join(', ') }) : ''}` : mail === 'daily' ? t('prefs.mail.dailyText', { address, at: daily }) : t('prefs.mail.text', { address })}
      </p>
    </fieldset>
  )
}

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

export function Missing() {
  const { t } = useTranslation()
  return (
    <div className="empty">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.text')}</p>
      <Button renderRoot={(props) => <Link {...props} to="/" />}>{t('nav.home')}</Button>
    </div>
  )
}

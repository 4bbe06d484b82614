import { SegmentedControl, Select, Switch, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changeSettings, useSettings, type Settings } from '../api/settings.ts'
import { changeLanguage, isLanguage, LANGUAGES } from '../i18n/index.ts'
import { Dialog } from './Dialog.tsx'
import { MailPreference } from './MailPreference.tsx'

/** What each person sets for herself. */
export default function Preferences({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const settings = useSettings()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Dialog onClose={onClose} title={t('prefs.title')}>
      <div className="stack">
        <Select label={t('prefs.language')} allowDeselect={false} data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))} value={i18n.language}
          onChange={(language) => { if (isLanguage(language)) void changeLanguage(language) }} />
        <fieldset className="plain">
          <legend>{t('prefs.scheme')}</legend>
          <SegmentedControl fullWidth aria-label={t('prefs.scheme')} value={colorScheme} onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
            data={[{ value: 'light', label: t('prefs.light') }, { value: 'dark', label: t('prefs.dark') }, { value: 'auto', label: t('prefs.auto') }]} />
        </fieldset>
        <fieldset className="plain">
          <legend>{t('prefs.density')}</legend>
          <SegmentedControl fullWidth aria-label={t('prefs.density')} value={settings.density} onChange={(value) => changeSettings({ density: value as Settings['density'] })}
            data={[{ value: 'comfortable', label: t('prefs.comfortable') }, { value: 'compact', label: t('prefs.compact') }]} />
        </fieldset>
        <MailPreference />
        <Switch label={t('prefs.singleKeys')} description={t('prefs.singleKeysText')} checked={settings.singleKeys} onChange={(event) => changeSettings({ singleKeys: event.currentTarget.checked })} />
        <Switch label={t('prefs.developer')} description={t('prefs.developerText')} checked={settings.developer} onChange={(event) => changeSettings({ developer: event.currentTarget.checked })} />
      </div>
    </Dialog>
  )
}

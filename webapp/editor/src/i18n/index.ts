import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type en from './en.json'

export const LANGUAGES = { en: 'English', de: 'Deutsch', it: 'Italiano', sr: 'Српски' } as const
export type Language = keyof typeof LANGUAGES

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    keySeparator: false
    nsSeparator: false
    resources: { translation: typeof en }
  }
}

const bundles: Record<Language, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  it: () => import('./it.json'),
  sr: () => import('./sr.json'),
}

export function isLanguage(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && text in LANGUAGES
}

export function preferredLanguage(): Language {
  const stored = localStorage.getItem('nephele.language')
  if (isLanguage(stored)) return stored
  for (const wanted of navigator.languages) {
    const base = wanted.split('-')[0]
    if (isLanguage(base)) return base
  }
  return 'en'
}

export async function startTranslations(): Promise<void> {
  const language = preferredLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: (await bundles[language]()).default } },
  })
  document.documentElement.lang = language
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await bundles[language]()).default)
  }
  localStorage.setItem('nephele.language', language)
  document.documentElement.lang = language
  await i18next.changeLanguage(language)
}

import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '../api/settings.ts'
import { missingLabels } from './missingLabels.ts'

/** For developers of light modules: every label of the app that no message bundle has, with the keys that it was looked for under. */
export function MissingLabels({ model }: { model: unknown }) {
  const { developer } = useSettings()
  return developer ? <List model={model} /> : null
}

function List({ model }: { model: unknown }) {
  const { t } = useTranslation()
  const missing = useMemo(() => missingLabels(model), [model])
  if (missing.length === 0) return null
  return (
    <details className="missing-labels">
      <summary>{t('labels.missing', { count: missing.length })}</summary>
      <ul>
        {missing.map((label) => (
          <li key={`${label.place} ${label.text}`}>
            <span className="strong">{label.text}</span> <span className="quiet tiny">{label.place}</span>
            <span className="mono quiet break">{label.keys.join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

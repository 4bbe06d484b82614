import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReferenceSearch } from '../api/choices.ts'
import { Thumbnail } from './Thumbnail.tsx'

/** All assets, by name. */
export function AssetChooser({ onPick }: { onPick: (key: string) => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [wanted] = useDebouncedValue(text.trim(), 150)
  const found = useReferenceSearch(['dam'], wanted, true)
  return (
    <div className="stack">
      <TextInput data-autofocus leftSection={<IconSearch size={15} aria-hidden />} aria-label={t('picker.search')} placeholder={t('picker.search')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <ul className="asset-grid">
        {(found.data ?? []).map((hit) => (
          <li key={hit.id}>
            <button type="button" className="asset" onClick={() => onPick(hit.id)}>
              <Thumbnail hit={hit} assetKey={hit.id} />
              <span className="asset-name clip">{hit.title}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.isSuccess && found.data.length === 0 && <p className="quiet" role="status">{t('picker.nothing')}</p>}
    </div>
  )
}

import '../theme/media.css'
import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCheck, IconSearch, IconUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAssetOptions, useFolders, type AssetKind } from '../api/assets.ts'
import { AssetMarks } from '../media/AssetMarks.tsx'
import { AssetPicture } from '../media/AssetPicture.tsx'
import { FileChoice } from '../media/FileChoice.tsx'
import { useAssets } from '../media/useAssets.ts'

interface Props {
  /** More than one can be taken at once. */
  multiple: boolean
  /** Which may be taken; none for all. */
  kinds: AssetKind[]
  taken: string[]
  onPick: (keys: string[]) => void
  onUpload: (files: File[], folder: string | undefined) => void
}

const ALL: AssetKind[] = ['image', 'video', 'audio', 'document', 'other']
const MORE = 60

/** The library in a dialogue: searched, by folder and kind; arrows walk, Enter takes. */
export function AssetChooser({ multiple, kinds, taken, onPick, onUpload }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [folder, setFolder] = useState<string | null>(null)
  const [kind, setKind] = useState<AssetKind | null>(null)
  const [marked, setMarked] = useState<string[]>([])
  const [shown, setShown] = useState(MORE)
  const [q] = useDebouncedValue(text.trim(), 150)
  const choice = kinds.length > 0 ? kinds : ALL
  const folders = useFolders()
  const options = useAssetOptions()
  const pages = useAssets({ q: q || undefined, folder: folder ?? undefined, below: folder ? true : undefined, kind: kind ? [kind] : kinds.length > 0 ? kinds : undefined, sort: '-modified' })
  const list = useRef<HTMLUListElement>(null)
  const count = Math.min(shown, pages.total)
  const { show } = pages
  useEffect(() => show(0, Math.max(0, count - 1)), [count, show])
  const onKey = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const [first, second] = items
    const across = Math.max(1, items.filter((item) => item.offsetTop === first?.offsetTop).length)
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + across, ArrowUp: at - across, Home: 0, End: items.length - 1 }[event.key]
    if (at < 0 || target === undefined || !second) return
    event.preventDefault()
    items[Math.max(0, Math.min(items.length - 1, target))]?.focus()
  }
  const pick = (key: string) => {
    if (!multiple) onPick([key])
    else setMarked(marked.includes(key) ? marked.filter((one) => one !== key) : [...marked, key])
  }
  return (
    <div className="stack chooser">
      <div className="row wrap">
        <TextInput data-autofocus className="grow" leftSection={<IconSearch size={15} aria-hidden />} aria-label={t('media.search')} placeholder={t('media.search')} value={text} onChange={(event) => { setText(event.currentTarget.value); setShown(MORE) }}
          onKeyDown={(event) => { if (event.key === 'ArrowDown') { event.preventDefault(); list.current?.querySelector('button')?.focus() } }} />
        <Select aria-label={t('media.folders')} placeholder={t('media.all')} data={(folders.data ?? []).filter((one) => one.path !== '/').map((one) => one.path)} value={folder} onChange={setFolder} clearable searchable w={190} />
        {choice.length > 1 && <Select aria-label={t('media.facet.kind')} placeholder={t('media.facet.kind')} data={choice.map((one) => ({ value: one, label: t(`media.kind.${one}`) }))} value={kind} onChange={(value) => setKind(choice.find((one) => one === value) ?? null)} clearable w={150} />}
        {options.data?.may.create.allowed && <FileChoice multiple={multiple} label={t('media.upload')} variant="default" leftSection={<IconUpload size={15} aria-hidden />} onFiles={(files) => onUpload(files, folder ?? undefined)}>{t('asset.upload')}</FileChoice>}
      </div>
      <p className="only-read" role="status">{pages.isPending ? t('state.loading') : t('media.count', { count: pages.total, formatted: String(pages.total) })}</p>
      <ul className="asset-grid" ref={list} onKeyDown={onKey} aria-label={t('media.title')}>
        {Array.from({ length: count }, (_, at) => {
          const row = pages.row(at)
          if (!row) return <li key={at} className="asset" data-waiting />
          const isMarked = marked.includes(row['@id'])
          return (
            <li key={row['@id']}>
              <button type="button" className="asset" aria-pressed={multiple ? isMarked : undefined} data-marked={isMarked || taken.includes(row['@id']) || undefined} onClick={() => pick(row['@id'])}>
                <AssetPicture asset={row} />
                <span className="asset-name clip" title={row.title}>{row.title}</span>
                {isMarked && <IconCheck size={18} className="asset-picked" aria-hidden />}
                <AssetMarks row={row} />
              </button>
            </li>
          )
        })}
      </ul>
      {!pages.isPending && pages.total === 0 && <p className="quiet small">{t('picker.nothing')}</p>}
      {pages.total > count && <Button variant="subtle" onClick={() => setShown(shown + MORE)}>{t('media.more', { count: pages.total - count })}</Button>}
      {multiple && marked.length > 0 && <div className="chooser-foot"><Button onClick={() => onPick(marked)}>{t('media.take', { count: marked.length })}</Button></div>}
    </div>
  )
}

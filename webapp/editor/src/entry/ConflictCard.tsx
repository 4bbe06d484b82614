import { Button } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppModel, Json } from '../api/model.ts'
import type { Draft } from '../form/draft.ts'
import { useDraftVersion } from '../form/FormContext.tsx'
import { localeName } from '../theme/format.ts'
import { placeOf } from './places.ts'
import { readable } from './readable.ts'
import { WordDiff } from './WordDiff.tsx'

/** Fields that a colleague changed while one changed them too: both texts side by side, one key to choose. */
export function ConflictCard(props: ConflictProps) {
  return props.draft.conflicts.length === 0 ? null : <Conflicts {...props} />
}

interface ConflictProps {
  app: AppModel
  draft: Draft
  onJump: (field: string) => void
}

function Conflicts({ app, draft, onJump }: ConflictProps) {
  const { t } = useTranslation()
  const card = useRef<HTMLElement>(null)
  useDraftVersion(draft)
  /** The keyboard goes on to the next one to choose, or into the field that was the last. */
  const choose = (properties: string[], choice: 'mine' | 'theirs') => {
    properties.forEach((property) => draft.resolve(property, choice))
    const [last] = properties.slice(-1)
    if (draft.conflicts.length === 0 && last !== undefined) onJump(last)
    else setTimeout(() => card.current?.querySelector<HTMLElement>(`.conflict [data-choice="${choice}"]`)?.focus())
  }
  const all = draft.conflicts.map((one) => one.property)
  return (
    <section className="conflicts" ref={card} aria-labelledby="conflict-title">
      <header className="row">
        <IconGitMerge size={18} aria-hidden />
        <h2 id="conflict-title" className="grow">{t('conflict.title', { count: draft.conflicts.length })}</h2>
        {draft.conflicts.length > 1 && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => choose(all, 'mine')}>{t('conflict.allMine')}</Button>
            <Button size="compact-sm" variant="default" onClick={() => choose(all, 'theirs')}>{t('conflict.allTheirs')}</Button>
          </>
        )}
      </header>
      <p className="quiet small">{t('conflict.text')}</p>
      {draft.conflicts.map((conflict) => {
        const place = placeOf(app, conflict.property)
        const name = `${place.label}${place.locale !== app.defaultLocale ? ` (${localeName(place.locale)})` : ''}`
        return (
          <div key={conflict.property} className="conflict" role="group" aria-label={name}
            onKeyDown={(event) => {
              if (event.altKey && (event.key === '1' || event.key === '2')) {
                event.preventDefault()
                choose([conflict.property], event.key === '1' ? 'mine' : 'theirs')
              }
            }}>
            <h3>{name}</h3>
            <div className="conflict-sides">
              <Side title={t('conflict.mine')} base={conflict.base} value={draft.values[conflict.property]} choose={t('conflict.keepMine')} choice="mine" keys="Alt+1" onChoose={() => choose([conflict.property], 'mine')} />
              <Side title={t('conflict.theirs')} base={conflict.base} value={conflict.theirs} choose={t('conflict.takeTheirs')} choice="theirs" keys="Alt+2" onChoose={() => choose([conflict.property], 'theirs')} />
            </div>
            <details>
              <summary>{t('conflict.base')}</summary>
              <p className="break">{readable(conflict.base) || t('conflict.nothing')}</p>
            </details>
          </div>
        )
      })}
    </section>
  )
}

interface SideProps {
  title: string
  base: Json | undefined
  value: Json | undefined
  choose: string
  choice: 'mine' | 'theirs'
  keys: string
  onChoose: () => void
}

function Side({ title, base, value, choose, choice, keys, onChoose }: SideProps) {
  return (
    <div className="conflict-side">
      <h4>{title}</h4>
      <div className="conflict-text" tabIndex={0} role="region" aria-label={title}><WordDiff before={readable(base)} after={readable(value)} /></div>
      <Button size="compact-sm" variant="light" onClick={onChoose} data-choice={choice} aria-keyshortcuts={keys}>{choose}</Button>
    </div>
  )
}

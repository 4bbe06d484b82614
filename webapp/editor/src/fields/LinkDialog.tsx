import { Button, SegmentedControl, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useApps } from '../api/apps.ts'
import { useReferences } from '../api/choices.ts'
import { Dialog } from '../shell/Dialog.tsx'
import { EntryPicker } from './EntryPicker.tsx'

/** A link to an address, or to an entry or asset, which stays right when that one moves. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTranslation()
  const before = String(editor.getAttributes('link').href ?? '')
  const [kind, setKind] = useState(/^(nephele|jcr):/.test(before) ? 'entry' : 'address')
  const [address, setAddress] = useState(before)
  const apps = useApps().data?.flatMap((group) => group.apps) ?? []
  const types = [...new Set([...apps.flatMap((app) => app.contentType ?? []), 'dam'])]
  const target = /^(?:nephele|jcr):(.+)/.exec(address)?.[1]
  const chosen = useReferences(target ? [target] : []).data?.[0]?.title
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const chain = editor.chain().focus().extendMarkRange('link')
    const href = address.trim()
    if (!href) chain.unsetLink().run()
    else if (editor.state.selection.empty && !before) chain.insertContent({ type: 'text', text: (target && chosen) || href, marks: [{ type: 'link', attrs: { href: complete(href) } }] }).run()
    else chain.setLink({ href: complete(href) }).run()
    onClose()
  }
  return (
    <Dialog onClose={close} title={t('rich.link')}>
      <form onSubmit={submit} className="stack">
        <SegmentedControl value={kind} onChange={setKind} aria-label={t('rich.linkKind')} data={[{ value: 'address', label: t('rich.linkAddress') }, { value: 'entry', label: t('rich.linkEntry') }]} />
        {kind === 'address'
          ? <TextInput data-autofocus label={t('rich.linkAddress')} placeholder="https://" value={address} onChange={(event) => setAddress(event.currentTarget.value)} />
          : <EntryPicker types={types} label={t('rich.linkEntry')} placeholder={target && chosen} onPick={(hit) => setAddress(hit ? (hit.contentType === 'dam' ? `jcr:${hit.id.replace(/^jcr:/, '')}` : `nephele:${hit.id}`) : '')} />}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          {before && <Button variant="subtle" color="red" onClick={() => { editor.chain().focus().extendMarkRange('link').unsetLink().run(); onClose() }}>{t('rich.unlink')}</Button>}
          <Button variant="default" onClick={close}>{t('action.cancel')}</Button>
          <Button type="submit">{t('action.apply')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function complete(href: string): string {
  return /^[a-z][a-z0-9+.-]*:|^[/#]/i.test(href) ? href : href.includes('@') ? `mailto:${href}` : `https://${href}`
}

import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react'
import { IconArrowBackUp, IconBlockquote, IconBold, IconH2, IconH3, IconItalic, IconLink, IconList, IconListNumbers, IconTable, IconClearFormatting } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ControlProps } from './controls.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { cleanPaste } from './paste.ts'
import { richExtensions } from './richExtensions.ts'

const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content

/** Text with headings, lists, tables, links and quotes, stored as clean HTML. Escape, then Tab leaves it. */
export default function RichTextControl({ field, value, id, labelId, describedBy, invalid, readOnly, onChange }: ControlProps) {
  const stored = typeof value === 'string' ? value : ''
  const emitted = useRef(stored)
  const leaving = useRef(false)
  const [linking, setLinking] = useState(false)
  const editor = useEditor({
    injectNonce: nonce(),
    editable: !readOnly,
    content: stored,
    shouldRerenderOnTransaction: false,
    extensions: richExtensions(),
    editorProps: {
      transformPastedHTML: cleanPaste,
      attributes: { id, role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': labelId, ...(describedBy ? { 'aria-describedby': describedBy } : {}), class: 'rich-text' },
      handleKeyDown: (_view, event) => {
        if (event.key === 'Escape') leaving.current = true
        else if (event.key === 'Tab' && leaving.current) {
          leaving.current = false
          return false
        } else if (event.key !== 'Shift') leaving.current = false
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && event.shiftKey) {
          setLinking(true)
          return true
        }
        return false
      },
    },
    onUpdate: ({ editor: current }) => {
      const html = current.isEmpty ? '' : current.getHTML()
      emitted.current = html
      onChange(html === '' ? undefined : html)
    },
  })
  useEffect(() => {
    if (stored !== emitted.current && !editor.isDestroyed) {
      emitted.current = stored
      editor.commands.setContent(stored, { emitUpdate: false })
    }
  }, [stored, editor])
  useEffect(() => editor.setEditable(!readOnly, false), [readOnly, editor])
  return (
    <div className="rich" data-invalid={invalid || undefined} data-readonly={readOnly || undefined}>
      {!readOnly && <Toolbar editor={editor} labelId={labelId} onLink={() => setLinking(true)} tables={field.attributes.tables !== false} />}
      <EditorContent editor={editor} />
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}

function Toolbar({ editor, labelId, onLink, tables }: { editor: Editor; labelId: string; onLink: () => void; tables: boolean }) {
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  const on = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      bold: current.isActive('bold'), italic: current.isActive('italic'), h2: current.isActive('heading', { level: 2 }), h3: current.isActive('heading', { level: 3 }),
      list: current.isActive('bulletList'), ordered: current.isActive('orderedList'), quote: current.isActive('blockquote'), link: current.isActive('link'), table: current.isActive('table'),
    }),
  })
  const chain = () => editor.chain().focus()
  const button = (label: string, icon: ReactNode, active: boolean, run: () => void, keys?: string) => (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon size={26} aria-label={label} aria-pressed={active} data-on={active || undefined} onClick={run}>{icon}</ActionIcon>
    </Tooltip>
  )
  return (
    <div className="rich-bar" role="toolbar" aria-labelledby={labelId} ref={bar}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
        if (!step) return
        const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('button') ?? [])]
        buttons[(buttons.indexOf(document.activeElement as HTMLElement) + step + buttons.length) % buttons.length]?.focus()
      }}>
      {button(t('rich.bold'), <IconBold size={15} />, on.bold, () => chain().toggleBold().run(), 'Ctrl B')}
      {button(t('rich.italic'), <IconItalic size={15} />, on.italic, () => chain().toggleItalic().run(), 'Ctrl I')}
      <i />
      {button(t('rich.heading2'), <IconH2 size={16} />, on.h2, () => chain().toggleHeading({ level: 2 }).run(), 'Ctrl Alt 2')}
      {button(t('rich.heading3'), <IconH3 size={16} />, on.h3, () => chain().toggleHeading({ level: 3 }).run(), 'Ctrl Alt 3')}
      <i />
      {button(t('rich.list'), <IconList size={16} />, on.list, () => chain().toggleBulletList().run(), 'Ctrl ⇧ 8')}
      {button(t('rich.ordered'), <IconListNumbers size={16} />, on.ordered, () => chain().toggleOrderedList().run(), 'Ctrl ⇧ 7')}
      {button(t('rich.quote'), <IconBlockquote size={16} />, on.quote, () => chain().toggleBlockquote().run(), 'Ctrl ⇧ B')}
      <i />
      {button(t('rich.link'), <IconLink size={15} />, on.link, onLink, 'Ctrl ⇧ K')}
      {tables && (on.table ? <TableMenu editor={editor} /> : button(t('rich.table'), <IconTable size={16} />, false, () => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()))}
      {button(t('rich.clear'), <IconClearFormatting size={16} />, false, () => chain().unsetAllMarks().clearNodes().run())}
      <span className="grow" />
      {button(t('action.undo'), <IconArrowBackUp size={16} />, false, () => chain().undo().run(), 'Ctrl Z')}
    </div>
  )
}

function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const chain = () => editor.chain().focus()
  return (
    <Menu>
      <Menu.Target><ActionIcon size={26} aria-label={t('rich.table')} data-on><IconTable size={16} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => chain().addRowAfter().run()}>{t('rich.addRow')}</Menu.Item>
        <Menu.Item onClick={() => chain().addColumnAfter().run()}>{t('rich.addColumn')}</Menu.Item>
        <Menu.Item onClick={() => chain().toggleHeaderRow().run()}>{t('rich.headerRow')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => chain().deleteRow().run()}>{t('rich.deleteRow')}</Menu.Item>
        <Menu.Item onClick={() => chain().deleteColumn().run()}>{t('rich.deleteColumn')}</Menu.Item>
        <Menu.Item color="red" onClick={() => chain().deleteTable().run()}>{t('rich.deleteTable')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

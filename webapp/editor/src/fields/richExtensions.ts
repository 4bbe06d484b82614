import { Node } from '@tiptap/core'
import { Table, TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'

/** Without widths: the server keeps structure, looks are the website's. */
const PlainTable = Table.extend({
  renderHTML: () => ['table', ['tbody', 0]],
})

const kept = (name: string) => ({ default: null, parseHTML: (element: HTMLElement) => element.getAttribute(name) })

/** A picture of an asset in the text, shown small while one writes. */
const AssetPicture = Node.create({
  name: 'assetPicture',
  inline: true,
  group: 'inline',
  atom: true,
  addAttributes: () => ({ src: kept('src'), alt: kept('alt'), title: kept('title'), width: kept('width'), height: kept('height') }),
  parseHTML: () => [{ tag: 'img[src^="jcr:"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
  addNodeView: () => ({ node }) => {
    const dom = document.createElement('img')
    dom.src = `/dam/${String(node.attrs.src)}/preview`
    dom.alt = String(node.attrs.alt ?? '')
    dom.className = 'rich-picture'
    return { dom }
  },
})

/** What a rich text may hold here; the server allows no less (see RichText there). */
export function richExtensions() {
  return [
    StarterKit.configure({ heading: { levels: [2, 3, 4] }, codeBlock: false, link: { openOnClick: false, autolink: false, protocols: ['jcr', 'nephele'], HTMLAttributes: { target: null, rel: null } } }),
    TableKit.configure({ table: false }),
    PlainTable.configure({ resizable: false }),
    AssetPicture,
  ]
}

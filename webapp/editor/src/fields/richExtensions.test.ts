import { Editor } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { richExtensions } from './richExtensions.ts'

const ID = '0a34257d-2917-3462-9cf5-2283375f3c4d'

/** These stand in the server's RichTextTest too: what is written here is stored there as it is. */
describe('what the editor writes', () => {
  it.each([
    '<h2>Heading</h2><h3>Below</h3><p>Čačak, Ћирилица, 日本<br>next line</p><hr>',
    '<ul><li><p>one</p><ul><li><p>below</p></li></ul></li><li><p>two</p></li></ul>',
    '<table><tbody><tr><th><p>Year</p></th><td colspan="2"><p>2026</p></td></tr></tbody></table>',
    '<p><a href="https://example.org/a?b=c&amp;d=%20e#f">web</a> <a href="mailto:a@example.org">mail</a> <a href="tel:+38164123">call</a></p>',
    `<p><a href="nephele:${ID}">entry</a> <a href="jcr:${ID}">asset</a> <a href="/news">here</a></p>`,
    `<p><img src="jcr:${ID}" alt="A &quot;lathe&quot;" width="640" height="480"></p>`,
    '<blockquote><p>Said</p></blockquote>',
  ])('is what it was given: %s', (html) => {
    const editor = new Editor({ extensions: richExtensions(), content: html })
    expect(editor.getHTML()).toBe(html)
    editor.destroy()
  })
})

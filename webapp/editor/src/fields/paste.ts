const KEPT = new Set(['P', 'BR', 'STRONG', 'B', 'EM', 'I', 'U', 'S', 'A', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TABLE', 'TBODY', 'THEAD', 'TR', 'TH', 'TD', 'CODE', 'SUB', 'SUP'])
const DROPPED = new Set(['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'XML', 'IMG', 'OBJECT', 'IFRAME', 'SVG', 'BUTTON', 'INPUT'])

/** What was copied in Word, Google Docs or a browser, without their styles: structure stays, looks go; Word's painted lists become lists. */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  wordLists(page.body)
  for (const child of [...page.body.childNodes]) cleanNode(child)
  return page.body.innerHTML.replaceAll('\u00a0', ' ')
}

function cleanNode(node: Node) {
  if (node.nodeType === Node.COMMENT_NODE) node.parentNode?.removeChild(node)
  if (!(node instanceof Element)) return
  if (DROPPED.has(node.tagName.toUpperCase()) || node.tagName.includes(':') || /mso-list:\s*ignore|display:\s*none/i.test(node.getAttribute('style') ?? '')) {
    // Word wraps paragraphs in tags of its own that are empty; text in them is kept.
    if (!node.tagName.includes(':') || !node.textContent?.trim()) {
      node.remove()
      return
    }
  }
  for (const child of [...node.childNodes]) cleanNode(child)
  const style = node.getAttribute('style') ?? ''
  const isBold = /font-weight:\s*(bold|[6-9]00)/i.test(style)
  const isItalic = /font-style:\s*italic/i.test(style)
  const notBold = /font-weight:\s*(normal|400)/i.test(style)
  const href = node.getAttribute('href')
  for (const attribute of node.getAttributeNames()) if (!/^(colspan|rowspan)$/i.test(attribute)) node.removeAttribute(attribute)
  if (node.tagName === 'A' && href && /^(https?:|mailto:|tel:|nephele:|jcr:|#)/i.test(href)) node.setAttribute('href', href)
  // Google Docs wraps everything in a bold tag that is not bold.
  const isKept = KEPT.has(node.tagName) && !(/^(B|STRONG)$/.test(node.tagName) && notBold) && !(node.tagName === 'A' && !node.hasAttribute('href'))
  if (!isKept) {
    const inner = node.tagName === 'SPAN' && isBold ? wrap(node, 'strong') : node.tagName === 'SPAN' && isItalic ? wrap(node, 'em') : null
    if (inner) node.replaceWith(inner)
    else node.replaceWith(...node.childNodes)
  }
}

function wrap(node: Element, tag: string): Element {
  const element = node.ownerDocument.createElement(tag)
  element.append(...node.childNodes)
  return element
}

/** Word writes lists as paragraphs with a painted bullet. */
function wordLists(body: Element) {
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p')]) {
    const style = paragraph.getAttribute('style') ?? ''
    if (!/mso-list:/i.test(style) && !/MsoListParagraph/.test(paragraph.className)) continue
    const painted = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
    const ordered = /^\s*(\d+|[a-z]|[ivx]+)[.)]/i.test(painted?.textContent ?? paragraph.textContent ?? '')
    painted?.remove()
    const item = paragraph.ownerDocument.createElement('li')
    item.append(...paragraph.childNodes)
    if (item.firstChild?.nodeType === Node.TEXT_NODE) item.firstChild.textContent = (item.firstChild.textContent ?? '').replace(/^\s*(?:[·•o§-]|\d+[.)])\s+/, '')
    const tag = ordered ? 'OL' : 'UL'
    const before = paragraph.previousElementSibling
    if (before?.tagName === tag && before.hasAttribute('data-word')) {
      before.append(item)
      paragraph.remove()
    } else {
      const list = paragraph.ownerDocument.createElement(tag)
      list.setAttribute('data-word', '')
      list.append(item)
      paragraph.replaceWith(list)
    }
  }
}

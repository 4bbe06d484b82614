/** What had the focus, the latest last, as far as it is on the page. */
let trail: Element[] = []

export function followFocus() {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) trail = [...trail.filter((one) => one.isConnected && one !== target), target]
  })
}

/**
 * The keyboard is never left nowhere. Once what had the focus is gone it goes to what had it before and still takes it: of a
 * dialogue that a menu opened the menu's button. On another screen than before nothing of that is meant any more; there it goes to the beginning.
 *
 * @param path the screen that one was on
 */
export function returnFocus(path: string) {
  const isLost = () => document.activeElement === null || document.activeElement === document.body
  const candidates = location.pathname === path ? trail.toReversed() : []
  for (const one of [...candidates, document.getElementById('main')]) {
    if (!isLost()) return
    if (one instanceof HTMLElement || one instanceof SVGElement) one.focus({ preventScroll: true })
  }
}

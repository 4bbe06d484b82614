import { beforeEach, describe, expect, it } from 'vitest'
import { followFocus, returnFocus } from './focus.ts'

followFocus()

const PAGE = '<main id="main" tabindex="0"><button id="early">Early</button><button id="opener">Opener</button></main>'

beforeEach(() => { document.body.innerHTML = PAGE })

const at = (id: string) => document.getElementById(id) as HTMLElement

/** Something over the page gets the focus, and is gone. */
function overlay() {
  const dialogue = document.createElement('input')
  document.body.append(dialogue)
  dialogue.focus()
  return dialogue
}

describe('the focus, when what had it is gone', () => {
  it('goes back to where it was', () => {
    at('opener').focus()
    overlay().remove()
    expect(document.activeElement).toBe(document.body)
    returnFocus(location.pathname)
    expect(document.activeElement?.id).toBe('opener')
  })

  it('goes to what had it before where the opener is gone, too, or takes it no longer', () => {
    at('early').focus()
    at('opener').focus()
    overlay().remove()
    at('opener').setAttribute('disabled', '')
    returnFocus(location.pathname)
    expect(document.activeElement?.id).toBe('early')
    const menu = overlay()
    overlay().remove()
    menu.remove()
    returnFocus(location.pathname)
    expect(document.activeElement?.id).toBe('early')
  })

  it('goes to the beginning of another screen, and of this one where nothing had it', () => {
    at('opener').focus()
    overlay().remove()
    returnFocus('/elsewhere')
    expect(document.activeElement?.id).toBe('main')
    document.body.innerHTML = PAGE
    overlay().remove()
    returnFocus(location.pathname)
    expect(document.activeElement?.id).toBe('main')
  })

  it('stays where somebody has led it meanwhile', () => {
    at('opener').focus()
    overlay().remove()
    at('early').focus()
    returnFocus('/elsewhere')
    expect(document.activeElement?.id).toBe('early')
  })
})

import { IS_MAC } from './commands.ts'

const NAMES: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Enter: '↵', Escape: 'Esc', Mod: IS_MAC ? '⌘' : 'Ctrl', Alt: IS_MAC ? '⌥' : 'Alt', Shift: '⇧', PageUp: 'PgUp', PageDown: 'PgDn' }

export function Keys({ keys }: { keys: string }) {
  const text = keys.split('+').map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return <kbd>{text.join(' ')}</kbd>
}

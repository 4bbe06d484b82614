import type { PanelName } from '../entry/EntryEditor.tsx'

const PANELS: Record<string, PanelName> = { task: 'workflow', schedule: 'schedule', agreement: 'agreement' }

/** Which panel of the entry shows more of a notification. */
export function panelOf(kind: string): PanelName {
  return PANELS[kind.replace(/\..*/, '')] ?? 'comments'
}

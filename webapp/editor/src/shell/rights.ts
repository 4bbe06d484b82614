import { useMe } from './Login.tsx'

/** What the interface offers; the server decides again at every call. */
export function useMay() {
  const me = useMe()
  return { administer: me.administrator || me.givableRoles.length > 0, server: me.administrator }
}

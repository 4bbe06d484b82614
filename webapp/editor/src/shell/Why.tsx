import { IconLock } from '@tabler/icons-react'
import type { Permission } from '../api/model.ts'
import { useReason } from './rights.ts'

/** Why several things are not offered; each rule once. */
export function Whys({ permissions }: { permissions: (Permission | undefined)[] }) {
  const denied = permissions.filter((one) => one?.allowed === false)
  return denied.filter((one, at) => denied.findIndex((other) => other?.rule === one?.rule) === at).map((one) => <div key={one?.rule} className="menu-why" role="none"><Why permission={one} /></div>)
}

/** Why something is not offered: the rule, and who can give the right. */
export function Why({ permission, id }: { permission: Permission | undefined; id?: string }) {
  const reason = useReason(permission)
  if (!permission || permission.allowed) return null
  return (
    <p className="why" id={id}>
      <IconLock size={14} aria-hidden />
      <span className="break">{reason}</span>
    </p>
  )
}

import { IconLock } from '@tabler/icons-react'
import type { Permission } from '../api/model.ts'
import { useReason } from './rights.ts'

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

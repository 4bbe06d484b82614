import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import type { MouseEventHandler } from 'react'
import type { Permission } from '../api/model.ts'
import { useReason } from './rights.ts'

/** A button that says, where it may not be used, by which rule that is and who can help. */
export function MayButton({ permission, ...button }: ButtonProps & { permission: Permission; onClick?: MouseEventHandler }) {
  const reason = useReason(permission)
  if (permission.allowed) return <Button {...button} />
  return (
    <Tooltip label={reason} multiline maw="20rem" events={{ hover: true, focus: true, touch: true }}>
      <Button {...button} onClick={undefined} data-disabled aria-disabled />
    </Tooltip>
  )
}

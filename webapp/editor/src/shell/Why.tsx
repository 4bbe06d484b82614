import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../api/model.ts'

/** Why something is not offered: the rule, and who can give the right. */
export function Why({ permission, id }: { permission: Permission | undefined; id?: string }) {
  const { t } = useTranslation()
  if (!permission || permission.allowed) return null
  return (
    <p className="why" id={id}>
      <IconLock size={14} aria-hidden />
      <span className="break">{permission.rule && `${t('why.rule', { rule: permission.rule })} `}{(permission.whoCanGrant?.length ?? 0) > 0 && t('why.grant', { who: permission.whoCanGrant?.join(', ') })}</span>
    </p>
  )
}

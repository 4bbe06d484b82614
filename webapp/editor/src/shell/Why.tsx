import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../api/model.ts'
import { useReason } from './rights.ts'

/** Why several things are not offered: each rule once, and once who can give the rights. */
export function Whys({ permissions }: { permissions: (Permission | undefined)[] }) {
  const { t } = useTranslation()
  const rules = new Map<string, Set<string>>()
  for (const one of permissions) {
    if (one?.allowed !== false) continue
    const who = one.whoCanGrant?.join(', ') ?? ''
    rules.set(who, (rules.get(who) ?? new Set()).add(one.rule ?? ''))
  }
  return [...rules].map(([who, several]) => (
    <div key={who} className="menu-why" role="none">
      <Locked>
        {[...several].filter(Boolean).map((rule) => <span key={rule}>{t('why.rule', { rule })}</span>)}
        {who && <span>{t('why.grant', { who })}</span>}
      </Locked>
    </div>
  ))
}

/** Why something is not offered: the rule, and who can give the right. */
export function Why({ permission, id }: { permission: Permission | undefined; id?: string }) {
  const reason = useReason(permission)
  if (!permission || permission.allowed) return null
  return <Locked id={id}>{reason}</Locked>
}

function Locked({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="why" id={id}>
      <IconLock size={14} aria-hidden />
      <span className="break">{children}</span>
    </p>
  )
}

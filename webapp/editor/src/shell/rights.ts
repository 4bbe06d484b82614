import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../api/model.ts'
import { useMe } from './Login.tsx'

/** What the interface offers; the server decides again at every call. */
export function useMay() {
  const me = useMe()
  return { administer: me.administrator || me.givableRoles.length > 0, server: me.administrator }
}

/** Whether one may do something to entries of a type, be it to those of one's own organisation alone; and else why not. */
export function useRight(action: 'create' | 'write' | 'delete' | 'publish' | 'export', type: string | undefined): Permission {
  const me = useMe()
  const { t } = useTranslation()
  return useMemo(() => {
    const allowed = type === undefined || me.rights[type]?.[action] !== 'none'
    return allowed ? { allowed } : { allowed, rule: t(`why.${action}`, { roles: me.roles.join(', ') }), whoCanGrant: me.whoCanGrant }
  }, [action, type, me, t])
}

/** The same of what is refused to somebody who may change values in some languages alone: moving an entry, and whatever of an asset. */
export function useWholeRight(type: string | undefined): Permission {
  const me = useMe()
  const { t } = useTranslation()
  const right = useRight('write', type)
  const isWhole = type === undefined || me.rights[type]?.writeLocales === undefined
  return useMemo(() => (right.allowed && !isWhole ? { allowed: false, rule: t('why.whole', { roles: me.roles.join(', ') }), whoCanGrant: me.whoCanGrant } : right), [right, isWhole, me, t])
}

/** The content locales in which one may change values of a type; null where no right is limited to any. Values that are the same in all are not among what they allow. */
export function useOwnLocales(type: string | undefined): string[] | null {
  const own = useMe().rights[type ?? '']?.writeLocales
  return Array.isArray(own) ? (own as string[]) : null
}

/** A sheet makes entries, or changes those that are there. */
export function useMayImport(type: string | undefined): boolean {
  const of = useMe().rights[type ?? '']
  return of?.create !== 'none' || of.write !== 'none'
}

/** Why not, in words. */
export function useReason(permission: Permission | undefined): string {
  const { t } = useTranslation()
  if (!permission || permission.allowed) return ''
  return [permission.rule && t('why.rule', { rule: permission.rule }), (permission.whoCanGrant?.length ?? 0) > 0 && t('why.grant', { who: permission.whoCanGrant?.join(', ') })].filter(Boolean).join(' ')
}

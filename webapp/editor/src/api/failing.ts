import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

type Asked = Pick<UseQueryResult, 'error' | 'failureReason' | 'isPending'>

/** Why there is no answer: from the first try on, and also while it is tried again, so that what is told does not come and go. */
export function useFailure({ error, failureReason, isPending }: Asked): Error | null {
  const [last, setLast] = useState<Error | null>(null)
  const now = error ?? failureReason ?? (isPending ? last : null)
  if (now !== last) setLast(now)
  return now
}

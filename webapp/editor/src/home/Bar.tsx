export interface Part {
  kind: 'complete' | 'outdated' | 'partial'
  amount: number
}

/** Parts of a whole as a bar; what it says stands in words beside it. */
export function Bar({ most, parts }: { most: number; parts: Part[] }) {
  const whole = Math.max(most, parts.reduce((sum, part) => sum + part.amount, 0), 1)
  return (
    <svg className="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
      <rect className="bar-ground" width="100" height="8" />
      {parts.map((part, at) => {
        const before = parts.slice(0, at).reduce((sum, one) => sum + one.amount, 0)
        return <rect key={part.kind} data-kind={part.kind} x={(before / whole) * 100} width={(part.amount / whole) * 100} height="8" />
      })}
    </svg>
  )
}

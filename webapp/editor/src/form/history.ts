import type { Json } from '../api/model.ts'
import { pathText, type Path } from './values.ts'

export interface Step {
  path: Path
  before: Json | undefined
  after: Json | undefined
  at: number
}

const MOST_STEPS = 300
/** Typing in one field within this time is one step. */
const TOGETHER_MILLIS = 900

/** What was changed, in order, to be taken back step by step over all fields. */
export class History {
  private done: Step[]
  private undone: Step[] = []

  constructor(steps: Step[] = []) {
    this.done = steps
  }

  get steps(): Step[] {
    return this.done
  }

  get canUndo() {
    return this.done.length > 0
  }

  get canRedo() {
    return this.undone.length > 0
  }

  record(step: Step) {
    this.undone = []
    const last = this.done.at(-1)
    const goesOn = last && pathText(last.path) === pathText(step.path) && step.at - last.at < TOGETHER_MILLIS && typeof step.after === 'string' && typeof last.after === 'string'
    if (goesOn) this.done = [...this.done.slice(0, -1), { ...last, after: step.after, at: step.at }]
    else this.done = [...this.done, step].slice(-MOST_STEPS)
  }

  undo(): Step | undefined {
    const step = this.done.at(-1)
    if (!step) return undefined
    this.done = this.done.slice(0, -1)
    this.undone = [...this.undone, step]
    return step
  }

  redo(): Step | undefined {
    const step = this.undone.at(-1)
    if (!step) return undefined
    this.undone = this.undone.slice(0, -1)
    this.done = [...this.done, step]
    return step
  }

  /** Forgets the steps in properties that a colleague has changed since: hers are not mine to undo. */
  forget(properties: string[]) {
    const kept = (step: Step) => !properties.includes(String(step.path[0]))
    this.done = this.done.filter(kept)
    this.undone = this.undone.filter(kept)
  }
}

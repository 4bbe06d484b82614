import type { TestProject } from 'vitest/node'
import { Server } from './server.ts'

/** One server for all files: NEPHELE_BROWSER_SERVER names one that runs already. */
export default async function everybody(project: TestProject) {
  const given = process.env.NEPHELE_BROWSER_SERVER
  if (given) {
    project.provide('base', given.replace(/\/$/, ''))
    return undefined
  }
  const server = await Server.own()
  project.provide('base', server.base)
  return () => server.stop()
}

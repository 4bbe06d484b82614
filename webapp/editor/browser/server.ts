import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inject } from 'vitest'

export const PASSWORD = process.env.NEPHELE_BROWSER_PASSWORD ?? 'correct horse battery staple'
const LAUNCHER = resolve(import.meta.dirname, '../../../nephele')
const PATIENCE_MILLIS = 480_000

declare module 'vitest' {
  interface ProvidedContext {
    base: string
  }
}

/** The product as it is started by anybody, on a free port with a data folder of its own. */
export class Server {
  readonly base: string
  private process: ChildProcess | null = null
  private readonly port: number
  readonly data: string
  private readonly options: string[]
  private output = ''

  private constructor(base: string, data: string, options: string[] = []) {
    this.base = base
    this.port = Number(new URL(base).port)
    this.data = data
    this.options = options
  }

  /** The one that all files use; it is started before them and stopped after them. */
  static async start(): Promise<Server> {
    return new Server(inject('base'), '')
  }

  /** One of one's own, which may be killed; with options of the launcher. */
  static async own(...options: string[]): Promise<Server> {
    const server = new Server(`http://127.0.0.1:${await freePort()}`, mkdtempSync(join(tmpdir(), 'nephele-browser-')), options)
    await server.run()
    return server
  }

  /** Starts it again on the same data, as after a crash. */
  async run(): Promise<void> {
    // A group of its own, so that the launcher's children end with it.
    this.process = spawn(LAUNCHER, ['run', '--port', String(this.port), '--data', this.data, ...this.options], { env: { ...process.env, NEPHELE_ADMIN_PASSWORD: PASSWORD }, detached: true })
    this.process.stdout?.on('data', (bytes: Buffer) => { this.output += bytes.toString() })
    this.process.stderr?.on('data', (bytes: Buffer) => { this.output += bytes.toString() })
    const end = Date.now() + PATIENCE_MILLIS
    while (Date.now() < end) {
      const ready = await fetch(`${this.base}/.rest/ops/health/ready`).then((answer) => answer.ok, () => false)
      if (ready) return
      if (this.process.exitCode !== null) break
      await new Promise((wake) => setTimeout(wake, 250))
    }
    await this.kill()
    throw new Error(`The server did not start:\n${this.output.slice(-4_000)}`)
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const running = this.process
    if (!running?.pid || running.exitCode !== null) return
    const ended = new Promise((wake) => running.once('exit', wake))
    process.kill(-running.pid, signal)
    await ended
  }

  async stop(): Promise<void> {
    if (this.data === '') return
    await this.kill('SIGTERM')
    rmSync(this.data, { recursive: true, force: true })
  }

  /** As the administrator, past the interface: to prepare content and to see what is stored. */
  async api<T>(method: string, path: string, body?: unknown, user = 'admin', password = PASSWORD): Promise<T> {
    const headers: Record<string, string> = { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    const answer = await fetch(this.base + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text === '' ? undefined : JSON.parse(text)) as T
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))))
    })
  })
}

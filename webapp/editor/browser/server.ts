import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const PASSWORD = process.env.NEPHELE_BROWSER_PASSWORD ?? 'correct horse battery staple'
const LAUNCHER = resolve(import.meta.dirname, '../../../nephele')
const PATIENCE_MILLIS = 240_000

/** The product as it is started by anybody, on a free port with a data folder of its own. */
export class Server {
  readonly base: string
  private process: ChildProcess | null = null
  private readonly port: number
  private readonly data: string
  private output = ''

  private constructor(port: number, data: string) {
    this.port = port
    this.data = data
    this.base = `http://127.0.0.1:${port}`
  }

  static async start(): Promise<Server> {
    const given = process.env.NEPHELE_BROWSER_SERVER
    const port = given ? Number(new URL(given).port) : await freePort()
    const server = new Server(port, given ? '' : mkdtempSync(join(tmpdir(), 'nephele-browser-')))
    if (!given) await server.run()
    return server
  }

  get isOwn() {
    return this.data !== ''
  }

  /** Starts it again on the same data, as after a crash. */
  async run(): Promise<void> {
    // A group of its own, so that the launcher's children end with it.
    this.process = spawn(LAUNCHER, ['run', '--port', String(this.port), '--data', this.data], { env: { ...process.env, NEPHELE_ADMIN_PASSWORD: PASSWORD }, detached: true })
    this.process.stdout?.on('data', (bytes: Buffer) => { this.output += bytes.toString() })
    this.process.stderr?.on('data', (bytes: Buffer) => { this.output += bytes.toString() })
    const end = Date.now() + PATIENCE_MILLIS
    while (Date.now() < end) {
      const ready = await fetch(`${this.base}/.rest/ops/health/ready`).then((answer) => answer.ok, () => false)
      if (ready) return
      if (this.process.exitCode !== null) break
      await new Promise((wake) => setTimeout(wake, 250))
    }
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
    await this.kill('SIGTERM')
    if (this.isOwn) rmSync(this.data, { recursive: true, force: true })
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

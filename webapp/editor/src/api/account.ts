import { call } from './http.ts'
import type { Schemas } from './client.ts'
import { session, type Me } from './session.ts'

export async function whoAmI(): Promise<void> {
  try {
    const reply = await call<Me>('GET', '/me', { anonymous: true })
    if (reply.data.csrfToken) session.opened(reply.data)
    else session.closed()
  } catch {
    session.closed()
  }
}

/** Whether somebody who was logged in is again, be it from another tab; if it is somebody else, the page begins anew. */
export async function lookAgain(): Promise<void> {
  const before = session.user()
  const reply = await call<Me>('GET', '/me', { anonymous: true }).catch(() => null)
  if (!reply?.data.csrfToken) return
  if (reply.data.name === before) session.opened(reply.data)
  else window.location.reload()
}

export async function logIn(user: string, password: string): Promise<Me> {
  const reply = await call<Me>('POST', '/login', { body: { user, password }, anonymous: true })
  session.opened(reply.data)
  return reply.data
}

export async function logOut(): Promise<void> {
  await call('POST', '/logout', { anonymous: true, body: {} }).catch(() => undefined)
  session.closed()
}

export type LoginMethods = Schemas['LoginMethods']

/** How one may log in here; passwords alone where the server does not say. */
export async function loginMethods(): Promise<LoginMethods> {
  try {
    return (await call<LoginMethods>('GET', '/login', { anonymous: true })).data
  } catch {
    return { password: true }
  }
}

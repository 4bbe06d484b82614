import { get, patch, post, remove } from './http.ts'

export interface User {
  name: string
  fullName: string
  email: string
  enabled: boolean
  roles: string[]
  groups: string[]
  organisations: string[]
  locales: string[]
  sample: boolean
}

export type UserChange = Partial<Omit<User, 'name' | 'sample'>>

export interface Right {
  allow?: string[]
  deny?: string[]
  types: string[]
  perspective?: string
  path?: string
  organisation?: string[] | string
  locales: string[]
  fields: string[]
  confidential?: boolean
  line?: number
}

export interface Role {
  name: string
  label: string
  description: string
  file?: string
  givable: boolean
  rights?: Right[]
}

export const users = async () => (await get<{ results: User[] }>('/users')).results
export const roles = async () => (await get<{ results: Role[] }>('/roles')).results
export const createUser = (user: UserChange & { name: string }) => post<User & { password?: string }>('/users', user)
export const changeUser = (name: string, change: UserChange) => patch<User>(`/users/${encodeURIComponent(name)}`, change)
export const removeUser = (name: string) => remove(`/users/${encodeURIComponent(name)}`)
export const resetPassword = (name: string) => post<{ password: string }>(`/users/${encodeURIComponent(name)}/password`)

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api, type Schemas } from './client.ts'

export type User = Schemas['User']
export type UserChange = Schemas['UserChange']
export type Right = Schemas['Right']
export type Role = Schemas['Role']

const at = (name: string) => ({ params: { path: { name } } })

export const users = async () => (await answer(api.GET('/users', {}))).results
export const createUser = (user: Schemas['UserInput']) => answer(api.POST('/users', { body: user }))
export const changeUser = (name: string, change: UserChange) => answer(api.PATCH('/users/{name}', { ...at(name), body: change }))
export const removeUser = (name: string) => answer(api.DELETE('/users/{name}', at(name)))
export const resetPassword = (name: string) => answer(api.POST('/users/{name}/password', at(name)))

/** The roles there are, called as in the language of the interface. */
export function useRoles() {
  const { i18n } = useTranslation()
  return useQuery({ queryKey: ['roles', i18n.language], queryFn: async () => (await answer(api.GET('/roles', {}))).results })
}

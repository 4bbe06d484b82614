import { answer, api, type Schemas } from './client.ts'

export type Notification = Schemas['Notification']
/** `titles` are of entries and organisations by id, `people` the full names of those who did something. */
export type NotificationList = Schemas['NotificationList']
/** `available` tells whether the server sends e-mail at all. */
export type MailChoice = Schemas['MailChoice']
export type Delivery = MailChoice['mail']

export const notifications = () => answer(api.GET('/notifications'))
export const markRead = (id: string) => answer(api.PUT('/notifications/{id}/read', { params: { path: { id } } }))
export const markAllRead = () => answer(api.PUT('/notifications/read'))
export const mailChoice = () => answer(api.GET('/notifications/preferences'))
export const chooseMail = (change: Schemas['MailChange']) => answer(api.PUT('/notifications/preferences', { body: change }))

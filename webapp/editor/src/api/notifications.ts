import type { Schemas } from './client.ts'
import { get, put } from './http.ts'

export type Notification = Schemas['Notification']
/** `titles` are of entries and organisations by id, `people` the full names of those who did something. */
export type NotificationList = Schemas['NotificationList']
/** `available` tells whether the server sends e-mail at all. */
export type MailChoice = Schemas['MailChoice']
export type Delivery = MailChoice['mail']

export const notifications = () => get<NotificationList>('/notifications')
export const markRead = (id: string) => put(`/notifications/${id}/read`, {})
export const markAllRead = () => put('/notifications/read', {})
export const mailChoice = () => get<MailChoice>('/notifications/preferences')
export const chooseMail = (change: { mail?: Delivery; language?: string }) => put<MailChoice>('/notifications/preferences', change)

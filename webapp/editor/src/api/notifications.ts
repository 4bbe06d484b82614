import { get, put } from './http.ts'

export interface Notification {
  id: string
  kind: string
  by?: string
  text: string
  contentType: string
  entry: string
  details?: Record<string, string>
  at: string
  read: boolean
}

export interface NotificationList {
  unread: number
  notifications: Notification[]
  titles: Record<string, string>
  people: Record<string, string>
}

export type Delivery = 'none' | 'immediately' | 'daily'

export interface MailChoice {
  mail: Delivery
  language: string
  /** Whether the server sends e-mail at all. */
  available: boolean
  address: string
  daily: string
}

export const notifications = () => get<NotificationList>('/notifications')
export const markRead = (id: string) => put(`/notifications/${id}/read`, {})
export const markAllRead = () => put('/notifications/read', {})
export const mailChoice = () => get<MailChoice>('/notifications/preferences')
export const chooseMail = (change: { mail?: Delivery; language?: string }) => put<MailChoice>('/notifications/preferences', change)

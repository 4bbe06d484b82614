import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import { ApiError, newId } from '../api/problem.ts'

const close = () => ({ 'aria-label': i18next.t('action.close') })

export function tellDone(message: string) {
  notifications.show({ message, color: 'green', autoClose: 4000, withBorder: true, closeButtonProps: close() })
}

/** What one should know of, though it went well. Stays until it is closed. */
export function tellNotice(message: string) {
  notifications.show({ message, color: 'amber', autoClose: false, withBorder: true, closeButtonProps: close() })
}

/** What failed, with the id that an administrator finds in the log. Stays until it is closed. */
export function tellFailure(error: unknown) {
  const known = error instanceof ApiError
  const message = known && !error.isOffline ? error.message : known ? i18next.t('failure.offline') : i18next.t('failure.defect')
  notifications.show({ title: i18next.t('failure.title'), message: `${message} (${known ? error.id : newId()})`, color: 'red', autoClose: false, withBorder: true, closeButtonProps: close() })
}

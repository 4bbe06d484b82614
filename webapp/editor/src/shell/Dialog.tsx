import { Modal, type ModalProps } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { returnFocus } from './focus.ts'

/** A dialogue is open as long as it is there. What closes it gives the focus back, which its library does only for those that stay and are hidden. */
export function Dialog(props: Omit<ModalProps, 'opened' | 'returnFocus'>) {
  const { t } = useTranslation()
  useEffect(() => {
    const path = location.pathname
    // What is done on closing may lead to another screen or field: that goes first.
    return () => void setTimeout(() => returnFocus(path))
  }, [])
  return <Modal opened closeButtonProps={{ 'aria-label': t('action.close') }} {...props} />
}

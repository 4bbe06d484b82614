import { Button, FileButton, type ButtonProps } from '@mantine/core'
import { useRef, type ReactNode, type RefObject } from 'react'

interface Props extends ButtonProps {
  label: string
  multiple: boolean
  accept?: string
  inputId?: string
  /** To open it from elsewhere: by a key, from a menu. */
  buttonRef?: RefObject<HTMLButtonElement | null>
  title?: string
  onFiles: (files: File[]) => void
  children: ReactNode
}

/** A button that lets one choose files, also the same ones again. */
export function FileChoice({ label, multiple, accept, inputId, buttonRef, onFiles, children, ...button }: Props) {
  const reset = useRef<() => void>(null)
  const choose = (chosen: File | File[] | null) => {
    const files = Array.isArray(chosen) ? chosen : chosen ? [chosen] : []
    reset.current?.()
    if (files.length > 0) onFiles(files)
  }
  return (
    <FileButton multiple={multiple} accept={accept} resetRef={reset} onChange={choose} inputProps={{ id: inputId, 'aria-label': label }}>
      {(props) => <Button {...button} {...props} ref={buttonRef} aria-label={label}>{children}</Button>}
    </FileButton>
  )
}

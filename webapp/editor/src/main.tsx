import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './theme/base.css'
import './theme/shell.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/queryClient.ts'
import { useSettings } from './api/settings.ts'
import { startTranslations } from './i18n/index.ts'
import { router } from './router.tsx'
import { listenToKeys } from './shell/commands.ts'
import { FailureBoundary } from './shell/Failure.tsx'
import { followFocus } from './shell/focus.ts'
import { SessionGate } from './shell/Login.tsx'
import { cssVariables, themeFor } from './theme/theme.ts'

const nonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

function Application() {
  const { density } = useSettings()
  const theme = useMemo(() => themeFor(density), [density])
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={cssVariables} getStyleNonce={nonce}>
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queryClient}>
        <FailureBoundary>
          <SessionGate><RouterProvider router={router} /></SessionGate>
        </FailureBoundary>
      </QueryClientProvider>
    </MantineProvider>
  )
}

// Styles that libraries make at run time carry the nonce too.
setNonce(nonce())
await startTranslations()
listenToKeys()
followFocus()
const root = document.getElementById('root')
if (root) createRoot(root).render(<StrictMode><Application /></StrictMode>)

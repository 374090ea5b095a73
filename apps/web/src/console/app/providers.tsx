import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import type { ReactNode } from 'react'
import { m } from '../../messages/messages.js'
import { queryClient } from './query-client.ts'
import { theme, themeChoice } from './theme.ts'

/** The page's own mark on styles that are added while it runs: others are refused. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
setNonce(nonce)

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={themeChoice}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      <section aria-label={m.console_toasts()}>
        <Notifications
          withinPortal={false}
          position="bottom-center"
          limit={4}
          autoClose={6_000}
          pauseResetOnHover="notification"
        />
      </section>
    </MantineProvider>
  )
}

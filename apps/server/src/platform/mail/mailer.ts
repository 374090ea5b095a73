import { createTransport } from 'nodemailer'
import type { Config } from '../../config.ts'

export type Mail = { to: string; subject: string; text: string; html: string }

export type Mailer = {
  /** Hands the mail over, or throws; an error holds no address and no text. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** Prints mail instead of sending it: for a first look, without a mail server. */
export function createConsoleMailer(print: (text: string) => void): Mailer {
  return {
    async send({ to, subject, text }) {
      print(`\n── Mail to ${to}: ${subject}\n${text.replace(/^/gm, '   ')}\n──\n`)
    },
    close() {},
  }
}

/** The mail server refused or was not there. Codes only: what servers say quotes the address. */
export class MailError extends Error {
  readonly code: string
  readonly responseCode: number | undefined

  constructor(cause: unknown) {
    const { code, responseCode } = cause as { code?: string; responseCode?: number }
    super(`The mail server did not take the mail (${code ?? 'no code'} ${responseCode ?? ''})`)
    this.name = 'MailError'
    this.code = code ?? 'UNKNOWN'
    this.responseCode = responseCode
  }
}

type SmtpSettings = Pick<
  Config,
  'EMAIL_HOST' | 'EMAIL_PORT' | 'EMAIL_USE_TLS' | 'EMAIL_HOST_USER' | 'DEFAULT_FROM_EMAIL' | 'secrets'
>

/** Sends by SMTP: over TLS on port 465, with STARTTLS elsewhere, in the clear only where TLS is switched off. */
export function createSmtpMailer(settings: SmtpSettings): Mailer {
  const { EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS, EMAIL_HOST_USER, DEFAULT_FROM_EMAIL, secrets } = settings
  const isTlsFromTheStart = EMAIL_USE_TLS && EMAIL_PORT === 465
  const transport = createTransport({
    host: EMAIL_HOST,
    port: EMAIL_PORT,
    secure: isTlsFromTheStart,
    requireTLS: EMAIL_USE_TLS && !isTlsFromTheStart,
    ignoreTLS: !EMAIL_USE_TLS,
    ...(EMAIL_HOST_USER ? { auth: { user: EMAIL_HOST_USER, pass: secrets.EMAIL_HOST_PASSWORD } } : {}),
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, html }) {
      try {
        await transport.sendMail({
          from: DEFAULT_FROM_EMAIL,
          to: { name: '', address: to },
          subject,
          text,
          html,
        })
      } catch (cause) {
        throw new MailError(cause)
      }
    },
    close: () => transport.close(),
  }
}

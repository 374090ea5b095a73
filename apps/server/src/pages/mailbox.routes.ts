import { z } from 'zod'
import type { Db } from '../platform/db/db.ts'
import { AppError } from '../platform/errors.ts'
import { escapeHtml } from '../platform/escape-html.ts'
import type { App } from '../platform/http/server.ts'
import { findMail, listMails } from '../platform/mail/development-mailbox.ts'
import { page, stylesheet } from './mailbox-page.ts'

const route = { permission: 'public', limit: 'none', isPage: true } as const
const mailParams = z.object({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31),
})

/** Every mail that was sent, to look at while developing. Only there where DEBUG is on. */
export function mailboxPages(app: App, db: Db): void {
  app.get('/dev/mailbox.css', { config: route, schema: { hide: true } }, (_, reply) =>
    reply.type('text/css; charset=utf-8').send(stylesheet),
  )
  app.get('/dev/mailbox/', { config: route, schema: { hide: true } }, async (_, reply) => {
    const mails = await listMails(db)
    const items = mails.map(
      ({ id, recipient, subject, sent_at }) =>
        `<li><a href="/dev/mailbox/${id}/">${escapeHtml(subject)}</a><br><span class="quiet">To ${escapeHtml(recipient)}, ${sent_at.slice(0, 19).replace('T', ' ')} UTC</span></li>`,
    )
    const list = `<ul class="rows">${items.join('\n')}</ul>`
    const body = `<h1>Mailbox</h1>${mails.length > 0 ? list : '<p class="quiet">No mail yet. Register a customer and look again.</p>'}`
    return reply.type('text/html; charset=utf-8').send(page({ language: 'en', title: 'Mailbox', body }))
  })

  app.get(
    '/dev/mailbox/:id/',
    { config: route, schema: { hide: true, params: mailParams } },
    async ({ params }, reply) => {
      const mail = await findMail(db, params.id)
      if (!mail) throw new AppError('not_found')
      const body = `<p><a href="/dev/mailbox/">Mailbox</a></p><h1>${escapeHtml(mail.subject)}</h1>
<p class="quiet">To ${escapeHtml(mail.recipient)}</p>
<iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/dev/mailbox/${mail.id}/html/"></iframe>
<h2>As text</h2><pre>${linked(escapeHtml(mail.text_body))}</pre>`
      return reply.type('text/html; charset=utf-8').send(page({ language: 'en', title: mail.subject, body }))
    },
  )

  app.get(
    '/dev/mailbox/:id/html/',
    { config: route, schema: { hide: true, params: mailParams } },
    async ({ params }, reply) => {
      const mail = await findMail(db, params.id)
      if (!mail) throw new AppError('not_found')
      // A mail brings its styles with it and is shown inside our own page.
      reply.header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
      )
      reply.header('x-frame-options', 'SAMEORIGIN')
      return reply.type('text/html; charset=utf-8').send(inNewTabs(mail.html_body))
    },
  )
}

/** Its links open beside the mailbox: inside the frame our pages refuse to be shown. */
const inNewTabs = (html: string) => html.replace('<head>', '<head><base target="_blank">')

const linked = (text: string) => text.replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)

import type { FastifyReply, FastifyRequest } from 'fastify'
import { escapeHtml } from '../platform/escape-html.ts'
import type { App } from '../platform/http/server.ts'
import { english, french, type PageWords } from './link-pages.words.ts'
import { page, script, stylesheet } from './pages.ts'

/** What mailed links open. Opening changes nothing, so a mail scanner that follows links uses none up: the button does. */
export function linkPages(app: App): void {
  const route = {
    config: { permission: 'public', limit: 'none', isPage: true },
    schema: { hide: true },
  } as const

  type Shown = { title: string; body: string }
  const serve = (path: string, show: (words: PageWords, request: FastifyRequest) => Shown) =>
    app.get(path, route, (request, reply) => {
      const { language, words } = wordsFor(request)
      return html(reply, page({ language, ...show(words, request) }))
    })

  serve('/', (words) => ({ title: words.home.title, body: home(words) }))
  serve('/verify-email/', (words, request) =>
    hasToken(request)
      ? form('/api/customers/verify-email/', words.verifyEmail, words.common)
      : incomplete('/verify-email/resend/', words),
  )
  serve('/verify-email/resend/', ({ resendVerification, common }) =>
    form('/api/customers/verify-email/resend/', resendVerification, common),
  )
  serve('/forgot-password/', ({ forgotPassword, common }) =>
    form('/api/customers/password-reset/', forgotPassword, common),
  )
  serve('/reset-password/', (words, request) =>
    hasToken(request)
      ? form('/api/customers/password-reset/confirm/', words.resetPassword, words.common)
      : incomplete('/forgot-password/', words),
  )

  app.get('/pages/pages.css', route, (_, reply) => asset(reply, 'text/css', stylesheet))
  app.get('/pages/pages.js', route, (_, reply) => asset(reply, 'text/javascript', script))
}

const html = (reply: FastifyReply, text: string) => reply.type('text/html; charset=utf-8').send(text)
const asset = (reply: FastifyReply, type: string, text: string) =>
  reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=300').send(text)

/** French for who prefers it to English, whatever else they read. */
function wordsFor({ headers }: FastifyRequest): { language: string; words: PageWords } {
  const preferred = (headers['accept-language'] ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2))
  const language = preferred.find((one) => one === 'en' || one === 'fr') ?? 'en'
  return { language, words: language === 'fr' ? french : english }
}

const hasToken = ({ query }: FastifyRequest) => Boolean((query as { token?: unknown }).token)

/** Instead of a form that could only be refused: where a whole link comes from. */
const incomplete = (from: string, { incompleteLink: { title, text, again } }: PageWords) => ({
  title,
  body: `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p><a class="button" href="${from}">${escapeHtml(again)}</a></p>`,
})

const home = ({ home: { title, text, documentation } }: PageWords) => `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<p><a href="/api/docs/">${escapeHtml(documentation)}</a></p>`

type FormWords = PageWords['resetPassword']

function form(
  endpoint: string,
  words: FormWords,
  common: PageWords['common'],
): { title: string; body: string } {
  const { title, text, fields, button, done } = words
  const inputs = fields.map(
    ({ name, label, type, autocomplete }) =>
      `<label for="${name}">${escapeHtml(label)}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" required>`,
  )
  const body = `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
<form data-endpoint="${endpoint}" data-done="${escapeHtml(done)}" data-busy="${escapeHtml(common.busy)}" data-offline="${escapeHtml(common.offline)}">
${inputs.join('\n')}
<button>${escapeHtml(button)}</button>
</form>
<p role="status"></p>
<noscript><p class="wrong">${escapeHtml(common.noScript)}</p></noscript>
<script src="/pages/pages.js" defer></script>`
  return { title, body }
}

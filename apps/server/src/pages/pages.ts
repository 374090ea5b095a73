import { escapeHtml } from '../platform/escape-html.ts'

/** The few pages that a mailed link opens until there is a web app: plain HTML that works on any phone. */

export const page = ({
  language,
  title,
  body,
}: {
  language: string
  title: string
  body: string
}) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/pages.css">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`

export const stylesheet = `:root { color-scheme: light dark; --paper: #fffdf8; --ink: #1c1917; --quiet: #57534e; --leaf: #2c7a49; --indigo: #2b3a8c; --oil: #c2410c; --line: #d6d3d1 }
@media (prefers-color-scheme: dark) { :root { --paper: #1c1917; --ink: #fffdf8; --quiet: #d6d3d1; --leaf: #2c7a49; --indigo: #a5b4fc; --oil: #fdba74; --line: #57534e } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 Inter, 'Noto Sans', 'Noto Sans Ethiopic', system-ui, sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: 3rem 1.25rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem }
p { margin: 0 0 1rem }
a { color: var(--indigo) }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600 }
input { width: 100%; min-height: 44px; padding: .5rem .75rem; font: inherit; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: 8px }
button, .button { min-height: 44px; margin-top: 1.5rem; padding: .5rem 1.5rem; font: inherit; font-weight: 600; color: #fff; background: var(--leaf); border: 0; border-radius: 8px; cursor: pointer }
.button { display: inline-block; line-height: 28px; margin-top: .5rem; text-decoration: none }
button[disabled] { opacity: .6; cursor: default }
:focus-visible { outline: 3px solid var(--indigo); outline-offset: 2px }
.quiet { color: var(--quiet) }
.wrong { color: var(--oil) }
.rows { margin: 0; padding: 0; list-style: none }
.rows li { padding: .75rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
iframe { width: 100%; height: 36rem; border: 1px solid var(--line); border-radius: 8px; background: #fffdf8 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid var(--line); border-radius: 8px }
`

/** Sends a form as JSON and says in place what came of it. The token leaves the address bar at once. */
export const script = `const form = document.querySelector('form')
const status = document.querySelector('[role=status]')
const token = new URL(location.href).searchParams.get('token')
if (token) history.replaceState(null, '', location.pathname)
form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const button = form.querySelector('button')
  button.disabled = true
  status.className = ''
  status.textContent = form.dataset.busy
  try {
    const fields = Object.fromEntries(new FormData(form))
    const answer = await fetch(form.dataset.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, token: token ?? undefined }),
    })
    const body = await answer.json()
    if (answer.ok) {
      form.hidden = true
      status.textContent = form.dataset.done
      return
    }
    status.className = 'wrong'
    status.textContent = body.detail ?? Object.values(body).flat().join(' ')
  } catch {
    status.className = 'wrong'
    status.textContent = form.dataset.offline
  }
  button.disabled = false
})
`

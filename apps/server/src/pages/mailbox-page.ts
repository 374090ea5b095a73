import { escapeHtml } from '../platform/escape-html.ts'

/** A page of the development mailbox: plain HTML, without the built app. */

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
<link rel="stylesheet" href="/dev/mailbox.css">
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
:focus-visible { outline: 3px solid var(--indigo); outline-offset: 2px }
.quiet { color: var(--quiet) }
.rows { margin: 0; padding: 0; list-style: none }
.rows li { padding: .75rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
iframe { width: 100%; height: 36rem; border: 1px solid var(--line); border-radius: 8px; background: #fffdf8 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 1rem; border: 1px solid var(--line); border-radius: 8px }
`

import { escapeHtml } from '../escape-html.ts'

/** What a service mail says, before it is text or HTML. Plain strings: whatever is in them is shown, never obeyed. */
export type MailContent = {
  subject: string
  greeting: string
  paragraphs: string[]
  action?: { label: string; url: string; hint: string }
  closing: string
}

/** A mail in both forms: text for every reader, HTML that needs no pictures, scripts or style sheets. */
export function renderMail(
  content: MailContent,
  language: string,
): { subject: string; text: string; html: string } {
  return { subject: content.subject, text: asText(content), html: asHtml(content, language) }
}

function asText({ greeting, paragraphs, action, closing }: MailContent): string {
  const link = action ? [`${action.label}\n${action.url}`] : []
  return `${[greeting, ...paragraphs, ...link, closing].join('\n\n')}\n`
}

function asHtml({ subject, greeting, paragraphs, action, closing }: MailContent, language: string): string {
  const paragraph = (text: string) =>
    `<p style="margin:0 0 16px;font-size:16px;line-height:24px">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#fffdf8;color:#1c1917;font-family:Inter,'Noto Sans','Noto Sans Ethiopic',Arial,sans-serif">
<table role="presentation" width="100%" style="max-width:560px;margin:0 auto"><tr><td>
${[greeting, ...paragraphs].map(paragraph).join('\n')}
${action ? button(action) : ''}
<p style="margin:24px 0 0;font-size:14px;line-height:20px;color:#57534e">${escapeHtml(closing).replaceAll('\n', '<br>')}</p>
</td></tr></table>
</body>
</html>
`
}

const button = ({ label, url, hint }: NonNullable<MailContent['action']>) => `<p style="margin:24px 0">
<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:#2c7a49;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;line-height:20px;color:#57534e">${escapeHtml(hint)}<br><a href="${escapeHtml(url)}" style="color:#2b3a8c;word-break:break-all">${escapeHtml(url)}</a></p>`

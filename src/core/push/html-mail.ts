/** A part of a message: words, or words that lead to an address. */
export interface MailBlock {
  text: string
  url?: string
}

const LINK = /^(.*?)\s*:?\s*(https:\/\/\S+|http:\/\/\S+)$/

/** The paragraphs of a message, link by link; « Entraîne-toi : https://… » becomes a link named « Entraîne-toi ». */
export function mailBlocks(text: string): MailBlock[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, words = '', url] = LINK.exec(line) ?? []
      return url === undefined ? { text: line } : { text: words || url, url }
    })
}

const TEXT = 'margin:0 0 16px;font:17px/1.5 Arial,Helvetica,sans-serif;color:#1e1b3a'
const LINKED =
  'display:inline-block;padding:12px 20px;border:2px solid #3d3bd8;border-radius:12px;color:#3d3bd8;font-weight:bold'

/**
 * The HTML version of a message: one column, real text, links with names, the language said, no picture, nothing loaded.
 * Styles are on the elements, since mail clients drop the others.
 */
export function htmlMail(subject: string, text: string): string {
  const paragraphs = mailBlocks(text).map(({ text: words, url }) =>
    url === undefined
      ? `<p style="${TEXT}">${escaped(words)}</p>`
      : `<p style="${TEXT}"><a href="${escaped(url)}" style="${LINKED}">${escaped(words)}</a></p>`,
  )
  return [
    '<!DOCTYPE html>',
    '<html lang="fr">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;background:#ffffff">',
    '<div role="article" aria-roledescription="email" lang="fr" style="max-width:560px;margin:0 auto;padding:24px 16px">',
    ...paragraphs,
    '</div></body></html>',
  ].join('\n')
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

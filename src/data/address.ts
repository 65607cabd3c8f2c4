/** The address of a screen of this very site, complete: `https://host/folder/#/classe`. @param path `/classe` */
export function addressOf(path: string): string {
  const page = new URL(document.baseURI)
  page.hash = ''
  page.search = ''
  page.pathname = page.pathname.replace(/[^/]*$/, '')
  return `${page.href}#${path}`
}

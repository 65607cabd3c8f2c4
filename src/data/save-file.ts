/** Gives the browser something to save as a file, as any download. @param type MIME type */
export function saveFile(name: string, content: BlobPart, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read it only once the user has agreed to the download.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

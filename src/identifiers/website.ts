/**
 * Host name of a web address or bare domain: lower case, international names in their ASCII form,
 * without `www.` and a final dot. Undefined where the text names no host with a domain.
 */
export const parseHost = (text: string): string | undefined => {
  const written = text.trim()
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`
  if (!URL.canParse(address)) return undefined
  const host = new URL(address).hostname.replace(/\.$/, '').replace(/^www\./, '')
  return /^[^.]+(?:\.[^.]+)+$/.test(host) ? host : undefined
}

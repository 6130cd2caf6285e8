import { hash } from 'node:crypto'

/** A public key as `authorized_keys` and `ssh-keygen -l` write it (RFC 4253, 6.6). */
const key =
  /(?:^|\s)(?:ssh-[a-z0-9-]+|ecdsa-sha2-[a-z0-9-]+|sk-[a-z0-9@.-]+)\s+(AAAA[A-Za-z0-9+/]+={0,2})(?:\s|$)/
const fingerprint = /(?:^|\s)SHA256:([A-Za-z0-9+/]{43})=?(?:\s|$)/

/**
 * The fingerprint of an SSH key, `SHA256:…`, whether the text holds that or the public key itself; its
 * comment and options are left. Undefined of another text.
 */
export const parseSshKey = (text: string): string | undefined => {
  const said = fingerprint.exec(text)?.[1]
  if (said) return `SHA256:${said}`
  const body = key.exec(text)?.[1]
  if (!body) return undefined
  return `SHA256:${hash('sha256', Buffer.from(body, 'base64'), 'base64').replace(/=+$/, '')}`
}

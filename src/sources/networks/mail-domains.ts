import { parseHost } from '../../identifiers/index.ts'
import { areLines, readLines } from './lines.ts'
import type { OperatorList } from './list.ts'

const isDomain = (value: string): boolean =>
  /^[^\s/:@,;]+$/.test(value) && !/^[\d.]+$/.test(value) && parseHost(value) !== undefined

/** Domains of mailboxes that anybody can open for a few minutes, one a line. */
export const mailDomainList: OperatorList = {
  id: 'mail-domains',
  about: 'domains of disposable mailboxes, one a line',
  recognise: (file) => areLines(file, isDomain),
  read: (file, source) =>
    readLines(file, source, {
      form: 'domain',
      toListed: (value, name) => {
        const domain = isDomain(value) ? parseHost(value) : undefined
        return domain === undefined
          ? undefined
          : { kind: 'mail_domain', value: domain, known: 'disposable', name }
      },
    }),
}

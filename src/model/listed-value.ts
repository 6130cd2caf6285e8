/** What a value on a list is known to be. */
export type Known =
  | 'vpn'
  | 'hosting'
  | 'residential'
  | 'mobile'
  | 'disposable'
  | 'remote_access'
  | 'kvm'
  | 'intermediary'

/** A value that an operator's list tells something of. */
export type ListedValue = {
  /** What kind of value it is: `network`, `asn`, `mail_domain`, `process`, `domain`, `usb`, or that of an observation or field. */
  readonly kind: string
  readonly value: string
  readonly known: Known
  /** Who or what it is, where the list says so. */
  readonly name: string
  readonly place: string
}

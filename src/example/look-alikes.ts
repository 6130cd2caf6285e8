import type { ThingName } from './things.ts'

/** Kinds of honest sharers, in the order in which they are planted. */
export const lookAlikeNames = [
  'household',
  'mixed_family',
  'shared_house',
  'translator_couple',
  'name_change',
  'new_papers',
  'same_person',
  'succession',
  'expatriates',
  'agency',
  'employer_of_record',
  'boot_camp',
  'co_working',
  'office',
  'hackathon',
  'public_computer',
  'family_business',
  'bookkeeper',
] as const

export type LookAlikeName = (typeof lookAlikeNames)[number]

/** How often a group has it in common, and how many of its members then take part. */
export type Common = readonly [group: number, member: number]

/** What members of a group can state alike. */
export type Field = 'given' | 'family' | 'born' | 'origin' | 'reside' | 'home' | 'employer'

/** Honest accounts that share what rings share, and why they are honest. */
export type LookAlike = {
  /** How many of all accounts are such, unless told otherwise. */
  readonly share: number
  /** One can be in one group at home and in one at work. */
  readonly layer: 'home' | 'work'
  /** Members: the middle, least and most; `sizes` multiplies those of work. */
  readonly size: readonly [middle: number, least: number, most: number]
  readonly states: Readonly<Partial<Record<Field, Common>>>
  readonly shares: Readonly<
    Partial<Record<ThingName, readonly [group: number, member: number, per?: number]>>
  >
  /** Accounts made within so many days of the first, or one after the other's end. */
  readonly made?: { readonly withinDays: number } | 'in turn'
  /** Strangers come too, those of rings among them. */
  readonly open?: true
  /** It has a name that a platform can keep on its list of known intermediaries. */
  readonly intermediary?: true
}

/**
 * The table of honest look-alikes. Shares of households, agencies, name changes, successions and mixed
 * families are of the generator's specification; how often who shares what is our judgement, stated so
 * that it can be argued about and swept (`sharing`, `sizes`).
 */
export const lookAlikes: Readonly<Record<LookAlikeName, LookAlike>> = {
  household: {
    share: 0.1,
    layer: 'home',
    size: [2.6, 2, 6],
    states: { family: [0.85, 0.95], origin: [0.9, 1], reside: [1, 1], home: [0.95, 0.95] },
    shares: {
      home_ip: [0.95, 0.95],
      device: [0.35, 0.8],
      fingerprint: [0.35, 0.6],
      mac: [0.3, 0.8],
      payout: [0.25, 0.9],
      phone: [0.1, 0.8],
      recovery_email: [0.15, 0.8],
      ship_to: [0.6, 0.8],
    },
  },
  mixed_family: {
    share: 0.05,
    layer: 'home',
    size: [2.6, 2, 6],
    states: { family: [0.3, 0.7], reside: [0.7, 0.9], home: [0.7, 0.9] },
    shares: {
      home_ip: [0.9, 0.9],
      device: [0.35, 0.8],
      fingerprint: [0.3, 0.6],
      mac: [0.3, 0.8],
      payout: [0.35, 0.9],
      phone: [0.1, 0.8],
      recovery_email: [0.15, 0.8],
      ship_to: [0.5, 0.8],
    },
  },
  shared_house: {
    share: 0.02,
    layer: 'home',
    size: [4, 3, 9],
    states: { reside: [1, 1], home: [0.95, 0.9] },
    shares: {
      home_ip: [1, 0.95],
      mac: [0.4, 0.8],
      ship_to: [0.7, 0.7],
      device: [0.05, 0.5],
      fingerprint: [0.1, 0.5],
    },
  },
  translator_couple: {
    share: 0.01,
    layer: 'home',
    size: [2, 2, 2],
    states: { family: [0.5, 1], reside: [0.9, 1], home: [0.8, 1] },
    shares: {
      home_ip: [0.95, 1],
      payout: [0.7, 1],
      device: [0.5, 1],
      fingerprint: [0.5, 1],
      phone: [0.3, 1],
      cv: [0.3, 1],
      template: [0.8, 1],
      recovery_email: [0.2, 1],
    },
  },
  name_change: {
    share: 0.02,
    layer: 'home',
    size: [2, 2, 2],
    states: {
      given: [0.7, 1],
      family: [0.3, 1],
      born: [1, 1],
      origin: [1, 1],
      reside: [0.9, 1],
      home: [0.6, 1],
    },
    shares: {
      home_ip: [0.8, 1],
      device: [0.7, 1],
      fingerprint: [0.6, 1],
      payout: [0.7, 1],
      phone: [0.7, 1],
      recovery_email: [0.4, 1],
      cv: [0.3, 1],
      portrait_image: [0.4, 1],
      commit_identity: [0.2, 1],
    },
    made: 'in turn',
  },
  new_papers: {
    share: 0.003,
    layer: 'home',
    size: [2, 2, 2],
    states: {
      given: [0.8, 1],
      family: [0.8, 1],
      born: [0.3, 1],
      origin: [0.5, 1],
      reside: [0.4, 1],
      home: [0.3, 1],
    },
    shares: {
      home_ip: [0.5, 1],
      device: [0.8, 1],
      fingerprint: [0.7, 1],
      payout: [0.5, 1],
      phone: [0.6, 1],
      recovery_email: [0.5, 1],
      portrait_image: [0.5, 1],
    },
    made: 'in turn',
  },
  same_person: {
    share: 0.01,
    layer: 'home',
    size: [2, 2, 3],
    states: {
      given: [1, 1],
      family: [1, 1],
      born: [1, 1],
      origin: [1, 1],
      reside: [1, 1],
      home: [0.9, 1],
    },
    shares: {
      home_ip: [1, 1],
      device: [0.8, 1],
      fingerprint: [0.8, 1],
      payout: [0.9, 1],
      phone: [0.9, 1],
      document: [0.9, 1],
      portrait_image: [0.5, 1],
      avatar: [0.5, 1],
      cv: [0.5, 1],
      ssh_key: [0.1, 1],
    },
  },
  succession: {
    share: 0.01,
    layer: 'home',
    size: [2, 2, 2],
    states: { employer: [0.9, 1], reside: [0.7, 1] },
    shares: {
      site_ip: [0.7, 1],
      device: [0.4, 1],
      payout: [0.5, 1],
      phone: [0.6, 1],
      recovery_email: [0.3, 1],
      ship_to: [0.4, 1],
      template: [0.6, 1],
      commit_identity: [0.3, 1],
    },
    made: 'in turn',
  },
  expatriates: {
    share: 0.01,
    layer: 'home',
    size: [2.2, 1, 5],
    states: { reside: [0.9, 0.9] },
    shares: {
      vpn_ip: [1, 0.95],
      home_ip: [0.4, 0.8],
      ship_to: [0.3, 0.7],
      payout: [0.05, 0.8],
      device: [0.03, 0.8],
    },
  },
  agency: {
    share: 0.015,
    layer: 'work',
    size: [25, 8, 200],
    states: { employer: [0.8, 0.8] },
    shares: {
      payout: [0.9, 0.9],
      site_ip: [0.7, 0.5],
      phone: [0.3, 0.5],
      template: [0.8, 0.9],
      cv: [0.2, 0.3, 6],
      ship_to: [0.3, 0.3],
      device: [0.2, 0.4, 4],
      recovery_email: [0.15, 0.5],
      referral: [0.5, 0.6],
    },
    open: true,
    intermediary: true,
  },
  employer_of_record: {
    share: 0.015,
    layer: 'work',
    size: [60, 20, 500],
    states: { employer: [0.7, 0.7] },
    shares: { payout: [0.95, 0.95], referral: [0.3, 0.5], ship_to: [0.1, 0.1] },
    open: true,
    intermediary: true,
  },
  boot_camp: {
    share: 0.01,
    layer: 'work',
    size: [22, 10, 40],
    states: { reside: [0.6, 0.8] },
    shares: {
      site_ip: [0.8, 0.8],
      template: [0.9, 0.95],
      cv: [0.3, 0.4, 5],
      referral: [0.8, 0.8],
      commit_identity: [0.4, 0.5],
      device: [0.2, 0.5, 3],
      fingerprint: [0.3, 0.6],
    },
    made: { withinDays: 14 },
    open: true,
  },
  co_working: {
    share: 0.02,
    layer: 'work',
    size: [18, 5, 80],
    states: { reside: [0.8, 0.8] },
    shares: { site_ip: [1, 0.9], mac: [0.6, 0.7], ship_to: [0.4, 0.4], referral: [0.2, 0.3] },
  },
  office: {
    share: 0.02,
    layer: 'work',
    size: [30, 6, 300],
    states: { employer: [0.9, 0.8], reside: [0.9, 0.9] },
    shares: {
      site_ip: [1, 0.9],
      mac: [0.6, 0.7],
      fingerprint: [0.6, 0.7],
      device: [0.15, 0.4, 3],
      ship_to: [0.5, 0.5],
      template: [0.2, 0.6],
    },
  },
  hackathon: {
    share: 0.003,
    layer: 'work',
    size: [4, 3, 7],
    states: { reside: [0.4, 0.7] },
    shares: {
      site_ip: [0.8, 0.8],
      commit_identity: [0.6, 0.7],
      template: [0.3, 0.8],
      ssh_key: [0.2, 0.6],
      referral: [0.4, 0.7],
      device: [0.1, 0.6],
    },
    made: { withinDays: 60 },
  },
  public_computer: {
    share: 0.01,
    layer: 'work',
    size: [15, 4, 120],
    states: { reside: [0.9, 0.9] },
    shares: { site_ip: [1, 1], device: [0.9, 0.7, 5], fingerprint: [0.9, 0.9], mac: [0.5, 0.8] },
    open: true,
  },
  family_business: {
    share: 0.005,
    layer: 'work',
    size: [4, 3, 10],
    states: { family: [0.7, 0.6], employer: [0.7, 0.8], reside: [0.7, 0.8] },
    shares: {
      site_ip: [0.9, 0.8],
      payout: [0.8, 0.9],
      phone: [0.5, 0.7],
      ship_to: [0.5, 0.6],
      template: [0.7, 0.8],
      device: [0.4, 0.6, 2],
      fingerprint: [0.3, 0.5],
      recovery_email: [0.3, 0.6],
      referral: [0.4, 0.6],
      cv: [0.15, 0.6],
    },
  },
  bookkeeper: {
    share: 0.004,
    layer: 'work',
    size: [6, 3, 20],
    states: { reside: [0.9, 0.9] },
    shares: {
      payout: [0.8, 0.9],
      recovery_email: [0.5, 0.7],
      phone: [0.3, 0.5],
      ship_to: [0.2, 0.4],
    },
    open: true,
  },
}

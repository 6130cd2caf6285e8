import { euReader } from './eu/index.ts'
import { euJournalReader } from './eu-journal/index.ts'
import { ofacCsvReader, ofacXmlReader } from './ofac/index.ts'
import type { ListId, ListReader } from './reader.ts'
import { starterReader } from './starter/index.ts'
import { ukReader } from './uk/index.ts'
import { unReader } from './un/index.ts'

/** A list and who issues it. */
export type ListInfo = {
  readonly id: ListId
  /** The issuing body, or for a transcription the body whose acts are transcribed. */
  readonly body: string
  readonly title: string
  /** Where the body itself offers the list; null where it does not. */
  readonly page: string | null
  readonly kind: 'official' | 'transcription' | 'starter'
}

/** Every list that Muster reads, by its id. */
export const lists: { readonly [Id in ListId]: ListInfo & { readonly id: Id } } = {
  un: {
    id: 'un',
    body: 'United Nations Security Council',
    title: 'United Nations Security Council Consolidated List',
    page: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
    kind: 'official',
  },
  'ofac-sdn': {
    id: 'ofac-sdn',
    body: 'US Treasury, Office of Foreign Assets Control',
    title: 'Specially Designated Nationals and Blocked Persons List',
    page: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
    kind: 'official',
  },
  'ofac-cons': {
    id: 'ofac-cons',
    body: 'US Treasury, Office of Foreign Assets Control',
    title: 'Consolidated Sanctions List (Non-SDN Lists)',
    page: 'https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList',
    kind: 'official',
  },
  eu: {
    id: 'eu',
    body: 'European Union',
    title: 'Consolidated list of persons, groups and entities subject to EU financial sanctions',
    page: 'https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions',
    kind: 'official',
  },
  uk: {
    id: 'uk',
    body: 'United Kingdom, Foreign, Commonwealth and Development Office',
    title: 'UK Sanctions List',
    page: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
    kind: 'official',
  },
  'eu-journal': {
    id: 'eu-journal',
    body: 'European Union',
    title: 'Annexes of EU sanctions acts, transcribed from the Official Journal',
    page: null,
    kind: 'transcription',
  },
  starter: {
    id: 'starter',
    body: 'Muster',
    title: 'Starter list: a few public designations, for a first run without the full lists',
    page: null,
    kind: 'starter',
  },
}

/** The readers of all bodies; a file must be claimed by exactly one. */
export const readers: readonly ListReader[] = [
  unReader,
  ofacXmlReader,
  ofacCsvReader,
  euReader,
  ukReader,
  euJournalReader,
  starterReader,
]

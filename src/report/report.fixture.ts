import {
  type Case,
  caseId,
  Description,
  type Entity,
  type Evidence,
  entityId,
  finding,
  type Placed,
  type Schema,
  type Source,
  sha256,
  sourceId,
  statementId,
  sumMillibits,
} from '../model/index.ts'
import type { Designation, Report, ReportFinding } from './report.ts'

// A report on people, a ship and lists that are all made up.

const sourceOf = (path: string, kind: string, learned: string | null): Source => ({
  id: sourceId(kind, sha256(path)),
  path,
  sha256: sha256(path),
  kind,
  bytes: path.length * 791_911,
  learned,
})

const staff: Source = sourceOf('in/staff.csv', 'subjects/csv', null)
const unList = sourceOf('lists/un-2026-11-20.xml.gz', 'un/xml', '2026-11-20')
const ukList = sourceOf('lists/uk-2026-10-01.xml', 'uk/xml', '2026-10-01')

/** A value as a file has it, with the normalised one where that differs. */
type Told = readonly [prop: string, text: string, value?: string]

const placed = (place: string, text: string): Placed => ({ place, text, value: text })

export const subjectOf = (row: number, schema: Schema, told: readonly Told[]): Entity => {
  const key = `E-${1000 + row}`
  const owner = placed(`row:${row}/id`, key)
  const record = new Description(entityId('person', 'staff', key), schema, {
    source: staff.id,
    learned: null,
    owner,
  })
  for (const [prop, text, value] of told)
    record.say(prop, placed(`row:${row}/${prop}`, text), value)
  return record.entity(key)
}

const person = '/CONSOLIDATED_LIST/INDIVIDUALS/INDIVIDUAL[12]'

const describe = (list: string, source: Source, place: string, key: string, schema: Schema) =>
  new Description(entityId('designation', list, key), schema, {
    source: source.id,
    learned: source.learned,
    owner: placed(`${place}/REFERENCE`, key),
  })

const un = describe('un', unList, person, 'KPi.999', 'Person')
  .say('name', placed(`${person}/FIRST_NAME`, 'RI SAEM PUL'))
  .say('name', placed(`${person}/NAME_ORIGINAL_SCRIPT`, '리샘풀'))
  .say('alias', placed(`${person}/INDIVIDUAL_ALIAS[1]/ALIAS_NAME`, 'Lee Sam-pool'))
  .say('alias', placed(`${person}/INDIVIDUAL_ALIAS[2]/ALIAS_NAME`, 'Ли Сэм Пхуль'))
  .say('weakAlias', placed(`${person}/INDIVIDUAL_ALIAS[3]/ALIAS_NAME`, 'Sam'))
  .say('previousName', placed(`${person}/INDIVIDUAL_ALIAS[4]/ALIAS_NAME`, '李三風'))
  .say('position', placed(`${person}/DESIGNATION/VALUE`, 'Head of the Made-up Machinery Bureau'))
  .say('nationality', placed(`${person}/NATIONALITY/VALUE`, 'Examplia'), 'xx')
  .say('birthDate', placed(`${person}/INDIVIDUAL_DATE_OF_BIRTH[1]/DATE`, '1971-03-05'))
  .say('birthDate', placed(`${person}/INDIVIDUAL_DATE_OF_BIRTH[2]/YEAR`, 'circa 1970'), '1970~')
  .say('birthPlace', placed(`${person}/INDIVIDUAL_PLACE_OF_BIRTH`, 'Sampleville, Examplia'))
  .say('website', placed(`${person}/NOTE`, 'https://list.example/KPi.999'))
  .say(
    'notes',
    placed(
      `${person}/COMMENTS1`,
      'Made-up entry. Directs a bureau that sends workers abroad under borrowed names and collects what they earn; acts for the equally made-up Sample Trading Corporation.',
    ),
  )
un.part('document', 'Passport', placed(`${person}/INDIVIDUAL_DOCUMENT[1]`, 'Passport'), [
  ['type', placed(`${person}/INDIVIDUAL_DOCUMENT[1]/TYPE_OF_DOCUMENT`, 'Passport')],
  ['number', placed(`${person}/INDIVIDUAL_DOCUMENT[1]/NUMBER`, '000-999-111')],
  ['country', placed(`${person}/INDIVIDUAL_DOCUMENT[1]/ISSUING_COUNTRY`, 'Examplia'), 'xx'],
  ['startDate', placed(`${person}/INDIVIDUAL_DOCUMENT[1]/DATE_OF_ISSUE`, '2003-07-26')],
])
un.part('address', 'Address', placed(`${person}/INDIVIDUAL_ADDRESS[1]`, 'Sampleville'), [
  ['full', placed(`${person}/INDIVIDUAL_ADDRESS[1]`, '9 Sample Street, Sampleville, Examplia')],
  ['city', placed(`${person}/INDIVIDUAL_ADDRESS[1]/CITY`, 'Sampleville')],
])
un.part('sanction', 'Sanction', placed(person, 'RI SAEM PUL'), [
  ['unscId', placed(`${person}/REFERENCE_NUMBER`, 'KPi.999')],
  ['program', placed(`${person}/UN_LIST_TYPE`, 'DPRK')],
  ['listingDate', placed(`${person}/LISTED_ON`, '2016-11-30')],
  ['modifiedAt', placed(`${person}/LAST_DAY_UPDATED/VALUE`, '2022-07-26')],
])
un.part('link', 'UnknownLink', placed(`${person}/COMMENTS1`, 'acts for'), [
  ['object', placed(`${person}/COMMENTS1`, 'Sample Trading Corporation')],
  ['role', placed(`${person}/COMMENTS1`, 'acts for')],
])

const ship = '/Designations/Designation[7]'
const uk = describe('uk', ukList, ship, 'XKR0999', 'Vessel')
  .say('name', placed(`${ship}/Names/Name[1]/Name6`, 'MADE UP STAR 9'))
  .say('previousName', placed(`${ship}/Names/Name[2]/Name6`, 'نجمة المثال'))
  .say('imoNumber', placed(`${ship}/ShipDetails/IMONumber`, '9074729'))
  .say('flag', placed(`${ship}/ShipDetails/CurrentFlag`, 'Examplia'), 'xx')
uk.part('wallet', 'CryptoWallet', placed(`${ship}/OtherInformation`, 'wallet'), [
  ['publicKey', placed(`${ship}/OtherInformation`, '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed')],
  ['currency', placed(`${ship}/OtherInformation`, 'ETH')],
])
uk.part('sanction', 'Sanction', placed(ship, 'ship'), [
  ['program', placed(`${ship}/RegimeName`, 'The Made-up (Sanctions) Regulations')],
  ['listingDate', placed(`${ship}/DateDesignated`, '2018-03-30')],
  ['modifiedAt', placed(`${ship}/LastUpdated`, '2026-01-28')],
])

const worker = subjectOf(2, 'Person', [
  ['name', 'Lee Sam-pul'],
  ['alias', '이샘풀'],
  ['birthDate', '05/03/1971', '1971-03-05'],
  ['nationality', 'Otherland', 'yy'],
  ['passportNumber', '000999111'],
  ['email', 'sam.pul@mail.example'],
])
const namesake = subjectOf(3, 'Person', [
  ['name', 'Sam </p><script>alert(1)</script>\u202Egpj.exe'],
  ['alias', 'سام رای'],
  ['birthDate', '1990'],
])
const vessel = subjectOf(4, 'Vessel', [
  ['name', 'Star Nine'],
  ['imoNumber', 'IMO 9074729'],
])

const designations = {
  un: { entity: un.entity('KPi.999'), list: 'un', caption: 'RI SAEM PUL' },
  uk: { entity: uk.entity('XKR0999'), list: 'uk', caption: 'MADE UP STAR 9' },
} satisfies Record<string, Designation>

/** The statements of a subject or a designation that say this. */
const factsOf = (entity: Entity, value: string | undefined): string[] =>
  entity.statements
    .filter((said) => value !== undefined && (said.original ?? said.value) === value)
    .map(statementId)

type Piece = Omit<Evidence, 'facts' | 'group'> & { readonly group?: string }

const matchOf = (
  asked: Entity,
  designation: Designation,
  pieces: readonly Piece[],
): ReportFinding => {
  const prior = -14_966
  const evidence = pieces.map(
    (piece): Evidence => ({
      group: piece.feature,
      ...piece,
      facts: [...factsOf(asked, piece.left), ...factsOf(designation.entity, piece.right)],
    }),
  )
  const weight = { kind: 'bits', prior, total: prior + sumMillibits(evidence) } as const
  const subjects = [asked.id, designation.entity.id] as const
  const found = {
    question: 'screening',
    claim: 'is_designated',
    subjects,
    weight,
    evidence,
  } as const
  return { finding: finding(found), designation, tied: 1 }
}

const workerMatch = matchOf(worker, designations.un, [
  {
    feature: 'name',
    outcome: 'partly',
    left: 'Lee Sam-pul',
    right: 'Lee Sam-pool',
    millibits: 17_820,
  },
  { feature: 'aliasKind', outcome: 'agree', right: 'Lee Sam-pool', millibits: -500, group: 'name' },
  {
    feature: 'birthDate',
    outcome: 'agree',
    left: '05/03/1971',
    right: '1971-03-05',
    millibits: 12_004,
  },
  {
    feature: 'nationality',
    outcome: 'differ',
    left: 'Otherland',
    right: 'Examplia',
    millibits: -1_000,
  },
  {
    feature: 'document',
    outcome: 'agree',
    left: '000999111',
    right: '000-999-111',
    millibits: 13_000,
    innocent: 'Another country or register may use the same number.',
  },
  { feature: 'gender', outcome: 'unknown', millibits: 0 },
])
const namesakeMatch = matchOf(namesake, designations.un, [
  {
    feature: 'name',
    outcome: 'partly',
    left: 'Sam </p><script>alert(1)</script>\u202Egpj.exe',
    right: 'Sam',
    millibits: 9_250,
  },
  { feature: 'birthDate', outcome: 'differ', left: '1990', right: '1971-03-05', millibits: -4_200 },
])
const vesselMatch = matchOf(vessel, designations.uk, [
  {
    feature: 'name',
    outcome: 'differ',
    left: 'Star Nine',
    right: 'MADE UP STAR 9',
    millibits: -2_000,
  },
  {
    feature: 'vessel',
    outcome: 'agree',
    left: 'IMO 9074729',
    right: '9074729',
    millibits: 24_000,
    innocent: 'The ship may have been sold since.',
  },
])

const caseOf = (rank: number, asked: Entity, title: string, found: ReportFinding): Case => ({
  id: caseId([asked.id]),
  title,
  subjects: [asked.id],
  findings: [found.finding.id],
  priority: { rank, why: 'the heaviest match decides; equal weights go by the earlier listing' },
  marking: rank === 2 ? 'AMBER' : 'RED',
})

export const cleanSubjects: readonly Entity[] = [
  subjectOf(5, 'Person', [
    ['name', '박예시'],
    ['birthDate', '1988-12-01'],
    ['email', 'park@mail.example'],
  ]),
  subjectOf(6, 'Company', [['name', 'Довольно длинное выдуманное предприятие «Пример»']]),
  subjectOf(7, 'CryptoWallet', [['publicKey', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa']]),
]

export const report: Report = {
  title: 'Screening of staff.csv',
  generated: '2026-11-24T13:00:00Z',
  version: '0.1.0',
  marking: 'RED',
  asked: [
    {
      question: 'Is a subject on a list?',
      rule: 'Found is what has at least 8.000 bits of evidence before the prior; at most 50 matches a subject are shown.',
    },
  ],
  inputs: [staff],
  lists: [
    {
      id: 'un',
      body: 'United Nations Security Council',
      version: '2026-11-20',
      date: '2026-11-20',
      entries: 1002,
      sha256: unList.sha256,
      file: unList.path,
      state: 'current',
      why: '',
    },
    {
      id: 'uk',
      body: 'United Kingdom, Foreign, Commonwealth and Development Office',
      version: '2026-10-01',
      date: '2026-10-01',
      entries: 31_004,
      sha256: ukList.sha256,
      file: ukList.path,
      state: 'stale',
      why: 'older than 30 days',
    },
  ],
  listFiles: [unList, ukList],
  warnings: ['The list uk is 54 days old. Fetch a newer one with: muster lists update uk'],
  counts: { subjects: 6, cases: 3, clean: 3, linkedAlone: 0, rejected: 2 },
  cases: [
    {
      case: caseOf(1, worker, 'Lee Sam-pul', workerMatch),
      subjects: [worker],
      findings: [workerMatch],
      cut: 2,
    },
    {
      case: caseOf(2, vessel, 'Star Nine', vesselMatch),
      subjects: [vessel],
      findings: [vesselMatch],
      cut: 0,
    },
    {
      case: caseOf(3, namesake, 'Sam </p><script>alert(1)</script>\u202Egpj.exe', namesakeMatch),
      subjects: [namesake],
      findings: [{ ...namesakeMatch, tied: 3 }],
      cut: 0,
    },
  ],
  ended: [],
  flags: [],
  clean: cleanSubjects,
  rejected: [
    {
      source: staff.id,
      place: 'row:8',
      reason: 'the row has 9 cells and the header 11',
      text: 'E-1008,Kim',
    },
    {
      source: unList.id,
      place: '/CONSOLIDATED_LIST/ENTITIES/ENTITY[4]',
      reason: 'the entry has no reference number',
      text: 'MADE UP <b>BUREAU</b>',
    },
  ],
}

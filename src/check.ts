import { openCases } from './cases/index.ts'
import {
  type FundsCase,
  fundsQuestion,
  type Group,
  type HeldMoney,
  readHeldMoney,
  type Verified,
} from './funds/index.ts'
import {
  type DatedChange,
  type Observed,
  type PlatformFlag,
  type PlatformOptions,
  type RingCase,
  type RingPast,
  type RingsQuestion,
  readHeldPlatform,
  ringsQuestion,
  samePerson,
  toPlatformFlags,
} from './identity/index.ts'
import { currentLists } from './lists/index.ts'
import {
  type Case,
  captionOf,
  type DesignatedEntity,
  type Entity,
  type EntityId,
  entityId,
  type Facts,
  type Finding,
  type Question,
} from './model/index.ts'
import { obligations } from './obligations/index.ts'
import { screening } from './screening/index.ts'
import { stateStatements } from './sources/index.ts'
import {
  entitiesOf,
  type HeldSource,
  isObserved,
  keepCases,
  keepFindings,
  keepRings,
  keptRings,
  type ListVersion,
  recordsOf,
  sourcesOf,
  toRun,
  type Workspace,
} from './workspace/index.ts'

/**
 * The questions that are always asked, in their order; later ones may read earlier findings. Where
 * accounts were observed, it is also asked which of them one operator runs; where transfers are held,
 * where the money goes.
 */
const questions: readonly Question[] = [screening, obligations, samePerson]

export type CheckOptions = {
  readonly settings: Readonly<Record<string, number>>
  /** The day of the check, `2026-11-24`. */
  readonly today: string
  /** State of the organisation that asks, as an ISO 3166-1 alpha-3 code, where it is told. */
  readonly organisationState?: string | undefined
  /** How observations are read: what an operator knows of values, and the key that hides them. */
  readonly platform?: Pick<PlatformOptions, 'listed' | 'key'>
  /** Contracts whose transfers carry value beside those that Muster knows. */
  readonly assets?: readonly Verified[]
  /** Told which question is being asked, or that a platform or transfers are being read. */
  readonly onStep?: (step: 'platform' | 'transfers' | Question['id']) => void
  /** Called for each subject that a question has been asked about. */
  readonly onAsked?: (question: string) => void
}

/** A ring of an earlier check, and the change that ended it. */
export type EndedRing = { readonly ring: string; readonly change: DatedChange | null }

/** What the main job found in a workspace. */
export type Checked = {
  /** The questions that were asked. */
  readonly questions: readonly Question[]
  readonly cases: readonly Case[]
  readonly findings: ReadonlyMap<string, Finding>
  readonly lists: readonly ListVersion[]
  /** Files of subjects. */
  readonly inputs: readonly HeldSource[]
  readonly facts: Facts
  readonly designations: readonly DesignatedEntity[]
  /** The designations that findings name. */
  readonly designated: ReadonlyMap<EntityId, DesignatedEntity>
  /** The subjects of cases. */
  readonly subjects: ReadonlyMap<EntityId, Entity>
  /** The rings that were found, by the subject of their case, strongest first. */
  readonly rings: ReadonlyMap<EntityId, RingCase>
  /** Rings of earlier checks that are none any more, in the order of their names. */
  readonly ended: readonly EndedRing[]
  /** What the flags beside rings are, each told once; none where no accounts were observed. */
  readonly flags: readonly PlatformFlag[]
  /** What cases show of money, by the subject of the case. */
  readonly money: ReadonlyMap<EntityId, FundsCase>
  /** Subjects to whose addresses links across mixers and services alone lead, in number. */
  readonly linkedAlone: number
  /** Subjects asked about, in number. */
  readonly asked: number
  /** Those of them that nothing was found about. */
  readonly clean: number
  /** Subjects with more matches than are shown, and how many more. */
  readonly cut: ReadonlyMap<EntityId, number>
}

/** The main job: ask each question of what the workspace holds, keep the findings, open cases. */
export const check = async (workspace: Workspace, options: CheckOptions): Promise<Checked> => {
  const lists = await listsInForce(workspace)
  const designations = await gatherDesignations(workspace, lists)
  // Read beforehand: while findings are kept, the workspace answers nothing else.
  const observed = await readObserved(workspace, options)
  const money = await readMoney(workspace, designations, options)
  try {
    return await ask(workspace, options, { lists, designations, observed, money })
  } finally {
    await money?.close()
  }
}

/** What is asked of, beside the subjects. */
type Held = {
  readonly lists: readonly ListVersion[]
  readonly designations: readonly DesignatedEntity[]
  readonly observed: Observed | undefined
  readonly money: HeldMoney | undefined
}

const ask = async (
  workspace: Workspace,
  options: CheckOptions,
  { lists, designations, observed, money }: Held,
): Promise<Checked> => {
  const { organisationState: organisation } = options
  const inputs = await filesOfSubjects(workspace)
  const findings = new Map<string, Finding>()
  const facts: Facts = {
    designations: () => designations,
    subjects: () => readSubjects(workspace, inputs),
    findings: () => [...findings.values()],
  }
  const cut = new Map<EntityId, number>()
  const runOf = (question: string) =>
    toRun({
      question,
      lists: lists.map(({ list, version }) => `${list} ${version}`),
      sources: [...lists.flatMap(({ sources }) => sources), ...inputs.map(({ id }) => id)],
      settings: {
        ...options.settings,
        ...(organisation ? { 'organisation.state': organisation } : {}),
      },
    })
  // A later question is asked only of those about whom an earlier one found something.
  let most = 0
  let asked = 0
  const rings = observed && ringsQuestion(observed)
  const funds = money && fundsQuestion(money, () => groupsOf(rings))
  const all = [...questions, ...(rings ? [rings] : []), ...(funds ? [funds] : [])]
  for (const question of all) {
    asked = 0
    options.onStep?.(question.id)
    const context = {
      settings: options.settings,
      today: options.today,
      organisationState: organisation,
      asked: (subject: EntityId, more: number): void => {
        asked++
        if (more > 0) cut.set(subject, more)
        options.onAsked?.(question.id)
      },
    }
    const kept = remember(question.ask(facts, context), findings)
    await keepFindings(workspace, runOf(question.id), kept, { asked: () => asked })
    most = Math.max(most, asked)
  }
  const found = new Map(
    [...(rings?.cases() ?? [])].map((ring) => [entityId('ring', ring.ring), ring]),
  )
  const inRings = new Set([...found.values()].flatMap(({ accounts }) => accounts))
  const { subjects, clean } = await sortSubjects(facts, findings, inRings)
  for (const each of [...(rings?.subjects() ?? []), ...(funds?.subjects() ?? [])])
    subjects.set(each.id, each)
  const cases = openCases([...findings.values()], (id) => captionOf(subjects.get(id) as Entity))
  await keepCases(workspace, runOf('cases'), cases)
  const kept = rings?.kept() ?? { held: [], ended: [] }
  if (rings) await keepRings(workspace, runOf(rings.id), kept)
  const designated = designatedBy(designations, findings)
  return {
    questions: all,
    cases,
    findings,
    lists,
    inputs,
    facts,
    designations,
    designated,
    subjects,
    rings: found,
    money: funds?.cases() ?? new Map(),
    linkedAlone: funds?.linkedAlone() ?? 0,
    ended: kept.ended.map(({ ring, past }) => ({ ring, change: past.change })),
    flags: observed?.flags ? toPlatformFlags(observed.flags) : [],
    asked: most,
    clean,
    cut,
  }
}

/** The accounts of each ring: what its addresses sent is followed together. */
function* groupsOf(rings: RingsQuestion | undefined): Generator<Group> {
  for (const { id, statements } of rings?.subjects() ?? [])
    yield {
      subject: id,
      accounts: statements.filter(({ prop }) => prop === 'account').map(({ value }) => value),
    }
}

/** Undefined where no transfers are held. */
const readMoney = (
  workspace: Workspace,
  designations: readonly DesignatedEntity[],
  { settings, platform, assets = [], onStep }: CheckOptions,
): Promise<HeldMoney | undefined> => {
  onStep?.('transfers')
  return readHeldMoney(workspace, {
    designations,
    assets,
    hub: settings['trace.hub'] as number,
    deposits: settings['trace.deposits'] as number,
    key: platform?.key,
  })
}

/** Undefined where nobody was observed. */
const readObserved = async (
  workspace: Workspace,
  { platform, onStep }: CheckOptions,
): Promise<Observed | undefined> => {
  if (!(await isObserved(workspace))) return undefined
  onStep?.('platform')
  const held = await readHeldPlatform(workspace, { ...platform, values: 'shared' })
  return { ...held, kept: await keptRings<RingPast>(workspace) }
}

/** The starter list steps back as soon as there is any other. */
const listsInForce = async (workspace: Workspace): Promise<readonly ListVersion[]> => {
  const current = await currentLists(workspace)
  const full = current.filter(({ list }) => list !== 'starter')
  return full.length > 0 ? full : current
}

const filesOfSubjects = async (workspace: Workspace): Promise<readonly HeldSource[]> => {
  const inputs: HeldSource[] = []
  for await (const source of sourcesOf(workspace))
    if (source.list === null && source.kind !== stateStatements) inputs.push(source)
  return inputs
}

const gatherDesignations = async (
  workspace: Workspace,
  lists: readonly ListVersion[],
): Promise<readonly DesignatedEntity[]> => {
  const designations: DesignatedEntity[] = []
  for (const { list, sources } of lists)
    for await (const entity of entitiesOf(workspace, sources)) designations.push({ list, entity })
  return designations
}

async function* readSubjects(
  workspace: Workspace,
  inputs: readonly HeldSource[],
): AsyncGenerator<Entity> {
  for (const { id } of inputs) yield* recordsOf(workspace, id)
}

async function* remember(
  findings: AsyncIterable<Finding>,
  kept: Map<string, Finding>,
): AsyncGenerator<Finding> {
  for await (const finding of findings) {
    kept.set(finding.id, finding)
    yield finding
  }
}

/**
 * The subjects of findings as their own sources describe them, and how many others there are. Who has
 * an account in a ring is none of those about whom nothing was found.
 */
const sortSubjects = async (
  facts: Facts,
  findings: ReadonlyMap<string, Finding>,
  inRings: ReadonlySet<string>,
): Promise<{ subjects: Map<EntityId, Entity>; clean: number }> => {
  const about = new Set(
    [...findings.values()].flatMap(({ claim, subjects: [subject, other] }) =>
      claim === 'same_person' && other !== undefined ? [subject, other] : [subject],
    ),
  )
  const subjects = new Map<EntityId, Entity>()
  let clean = 0
  // Two files may describe one ship: the first speaks for it.
  for await (const entity of facts.subjects())
    if (about.has(entity.id)) {
      if (!subjects.has(entity.id)) subjects.set(entity.id, entity)
    } else if (!inRings.has(entity.key)) clean++
  return { subjects, clean }
}

const designatedBy = (
  designations: readonly DesignatedEntity[],
  findings: ReadonlyMap<string, Finding>,
): ReadonlyMap<EntityId, DesignatedEntity> => {
  const named = new Set([...findings.values()].flatMap(({ subjects }) => subjects))
  return new Map(
    designations.filter(({ entity }) => named.has(entity.id)).map((each) => [each.entity.id, each]),
  )
}

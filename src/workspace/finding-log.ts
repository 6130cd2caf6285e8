import { type Appender, type Session, sql } from '../engine/index.ts'
import { canonicalJson, type Finding, type Hash, toBits, type Weight } from '../model/index.ts'
import type { Run } from './run.ts'

/** What a run changed. `gone` = findings about everything that was asked which no longer hold. */
export type Kept = {
  readonly found: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly gone: number
}

/** Opens the log for one run; the views say what holds before it. */
export const openLog = async (session: Session, run: Run): Promise<FindingLog> => {
  const current = new Map<string, Hash>()
  const open = sql`
    select id, revision from finding where question = ${run.question} order by id`
  for await (const { id, revision } of session.query(open))
    current.set(id as string, revision as string)
  let ord = 1
  const last = sql`select coalesce(max(ord), 0) + 1 as next from finding_log`
  for await (const { next } of session.query(last)) ord = Number(next)
  const past = new Set<Hash>()
  const revisions = sql`select distinct finding || ' ' || revision as said from evidence_log`
  for await (const { said } of session.query(revisions)) past.add(said as string)
  const findings = await session.append('finding_log')
  return new FindingLog(
    run,
    { findings, evidence: await session.append('evidence_log') },
    current,
    past,
    ord,
  )
}

/** A weight as it is printed: bits with three places, amounts as decimal texts. */
const weightText = (weight: Weight): string =>
  canonicalJson(
    weight.kind === 'bits'
      ? { kind: 'bits', prior: toBits(weight.prior), total: toBits(weight.total) }
      : weight,
  )

class FindingLog {
  readonly #run: Run
  readonly #to: { readonly findings: Appender; readonly evidence: Appender }
  /** Findings that hold, with their revisions; what the run meets is taken out. */
  readonly #current: Map<string, Hash>
  readonly #past: Set<string>
  readonly #met = new Set<string>()
  #ord: number
  #added = 0
  #changed = 0

  constructor(
    run: Run,
    to: { readonly findings: Appender; readonly evidence: Appender },
    current: Map<string, Hash>,
    past: Set<string>,
    ord: number,
  ) {
    this.#run = run
    this.#to = to
    this.#current = current
    this.#past = past
    this.#ord = ord
  }

  keep(finding: Finding): void {
    if (this.#met.has(finding.id)) return
    this.#met.add(finding.id)
    const before = this.#current.get(finding.id)
    this.#current.delete(finding.id)
    if (before === finding.revision) return
    if (before === undefined) this.#added++
    else this.#changed++
    const { id, revision, question, claim, subjects, weight } = finding
    this.#to.findings.add([
      id,
      revision,
      question,
      claim,
      subjects,
      weightText(weight),
      this.#run.id,
      'held',
      this.#ord++,
    ])
    this.#evidence(finding)
  }

  end(): Kept {
    for (const [id, revision] of this.#current)
      this.#to.findings.add([
        id,
        revision,
        this.#run.question,
        null,
        null,
        null,
        this.#run.id,
        'gone',
        this.#ord++,
      ])
    this.#to.findings.end()
    this.#to.evidence.end()
    const found = this.#met.size
    return {
      found,
      added: this.#added,
      changed: this.#changed,
      unchanged: found - this.#added - this.#changed,
      gone: this.#current.size,
    }
  }

  /** A finding may come back to what it was: its evidence is in the log then. */
  #evidence({ id, revision, evidence }: Finding): void {
    const said = `${id} ${revision}`
    if (this.#past.has(said)) return
    this.#past.add(said)
    evidence.forEach((piece, i) => {
      this.#to.evidence.add([
        id,
        revision,
        piece.feature,
        piece.outcome,
        piece.left ?? null,
        piece.right ?? null,
        piece.millibits,
        piece.group,
        piece.facts,
        piece.innocent ?? null,
        piece.how ?? null,
        i + 1,
      ])
    })
  }
}

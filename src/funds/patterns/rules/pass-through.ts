import { nobody } from '../../flow/flow.ts'
import { isForwarded, type Passing } from '../../rules/forwarded.ts'
import {
  amountOf,
  dayMs,
  hourMs,
  inOrder,
  isSubject,
  type PatternFinding,
  type Scene,
  sumOf,
  timeOf,
} from './scene.ts'
import { numberOf } from './table.ts'

const [percent, hours, days] = ['percent', 'hours', 'days'].map((name) =>
  numberOf('pass-through', name),
) as [number, number, number]

/** Hours within which an address always passed on what came, the least strong first. */
const speeds: readonly number[] = [hours, 6, 1]

/** Addresses that pass on all that they receive within hours, and live a few days. */
export const findPassThroughs = (
  scene: Scene,
  subjects: Iterable<number>,
): readonly PatternFinding[] => {
  const found: PatternFinding[] = []
  const passings = (moves: Iterable<number>): readonly Passing[] =>
    [...moves].map((move) => ({ time: timeOf(scene, move), amount: amountOf(scene, move) }))
  for (const subject of subjects) {
    const [ins, outs] = [scene.ins(subject), scene.outs(subject)]
    if (!isSubject(scene, subject) || ins.length === 0 || outs.length === 0) continue
    const moves = inOrder(scene, [...ins, ...outs])
    const life = timeOf(scene, moves.at(-1) as number) - timeOf(scene, moves[0] as number)
    if (life > days * dayMs) continue
    const left = passings(inOrder(scene, [...outs, ...scene.fees(subject)]))
    const came = passings(ins)
    const strength = speeds.filter((within) =>
      isForwarded(came, left, { percent, within: within * hourMs }),
    ).length
    if (strength === 0) continue
    const others = new Set(
      moves.flatMap((move) => [scene.flow.src[move] as number, scene.flow.dst[move] as number]),
    )
    others.delete(subject)
    others.delete(nobody)
    found.push({
      pattern: 'pass-through',
      subject,
      addresses: [subject, ...others],
      moves,
      strength,
      facts: {
        within_hours: speeds[strength - 1] as number,
        life_hours: Math.round(life / hourMs),
        received: `${sumOf(scene, ins)}`,
        passed_on: `${sumOf(scene, outs)}`,
      },
    })
  }
  return found
}

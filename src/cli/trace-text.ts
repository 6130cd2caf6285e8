import type { Engine } from '../engine/index.ts'
import { type AssetTrace, toHolderAnswers, toSummary } from '../funds/index.ts'

const most = 20

type Args = Parameters<typeof toHolderAnswers>

/** A trace in words: where the value of an asset went, the holders of most, and the way to each. */
export const showTrace = async (
  engine: Engine,
  from: Args[1],
  traced: AssetTrace,
): Promise<string> => {
  const { asset, seeded, held, stopped, fees, gaps, unfunded } = toSummary(traced)
  const lines = [
    `${asset || 'the one asset'}: ${seeded} traced = ${held} held + ${stopped} at stops + ${fees} in fees + ${gaps} in gaps`,
    ...(unfunded === '0' ? [] : [`  ${unfunded} more was sent and never seen arriving, by others`]),
  ]
  const shown = { ...traced, holders: traced.holders.slice(0, most) }
  for await (const holder of toHolderAnswers(engine, from, shown)) {
    const { address, amount, low, high, hops, stop, path } = holder
    lines.push(
      `  ${address}  ${amount} (${low} to ${high}), ${hops} transfer${hops === 1 ? '' : 's'} away${stop ? `, ${stop.kind}: ${stop.label}` : ''}`,
      ...path.map(
        ({ tx, src, dst, amount: part, of }) =>
          `      ${src} → ${dst ?? 'nobody'}  ${part} of ${of}  ${tx}`,
      ),
    )
  }
  const rest = traced.holders.length - shown.holders.length
  if (rest > 0) lines.push(`  and ${rest} more; see them all with --format jsonl`)
  return `${lines.join('\n')}\n\n`
}

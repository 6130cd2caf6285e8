import type { File } from '../../formats/index.ts'
import { parseNetwork } from '../../identifiers/index.ts'
import type { Source } from '../../model/index.ts'
import { areLines, readLines } from './lines.ts'
import type { ListRead, OperatorList } from './list.ts'

/** What a network is used for. */
export const networkClasses = ['vpn', 'hosting', 'mobile', 'residential'] as const

export type NetworkClass = (typeof networkClasses)[number]

/** Words in the name of a file that tell the class of the networks in it. */
const named: readonly (readonly [RegExp, NetworkClass])[] = [
  [/vpn|astrill|prox(?:y|ies)|tor/i, 'vpn'],
  [/hosting|data-?cent(?:er|re)|cloud|server/i, 'hosting'],
  [/mobile|cellular|carrier/i, 'mobile'],
  [/residential|home|broadband/i, 'residential'],
]

/** The class that the name of a file tells, first of VPN; undefined where it tells none. */
const classOf = (name: string): NetworkClass | undefined =>
  named.find(([word]) => word.test(name))?.[1]

/** Networks in CIDR notation or single addresses, one a line, all of one class. */
async function* readNetworks(
  file: File,
  source: Source,
  known: NetworkClass,
): AsyncGenerator<ListRead> {
  yield* readLines(file, source, {
    form: 'network in CIDR notation',
    toListed: (value, name) =>
      parseNetwork(value) ? { kind: 'network', value, known, name } : undefined,
  })
}

const isNetworkList = (file: File): boolean =>
  areLines(file, (value) => parseNetwork(value) !== undefined)

const listOf = (known: NetworkClass): OperatorList => ({
  id: `networks-${known}`,
  about: `networks of class ${known}, CIDR a line`,
  recognise: (file) => isNetworkList(file) && classOf(file.name) === known,
  read: (file, source) => readNetworks(file, source, known),
})

export const networkLists: readonly OperatorList[] = networkClasses.map(listOf)

/** Numbers of autonomous systems that host rather than connect homes: `AS64496 # name`. */
export const asnList: OperatorList = {
  id: 'asns',
  about: 'numbers of hosting networks (AS64496), one a line, with names after #',
  recognise: (file) => areLines(file, (value) => /^AS\d+$/i.test(value)),
  read: (file, source) =>
    readLines(file, source, {
      form: 'number of an autonomous system',
      toListed: (value, name) =>
        /^(?:AS)?\d{1,10}$/i.test(value)
          ? { kind: 'asn', value: value.replace(/^AS/i, ''), known: 'hosting', name }
          : undefined,
    }),
}

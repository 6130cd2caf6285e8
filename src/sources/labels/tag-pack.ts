import {
  type File,
  headText,
  readYaml,
  type YamlMembers,
  type YamlNode,
} from '../../formats/index.ts'
import { MusterError, type Source } from '../../model/index.ts'
import { classify } from './kinds.ts'
import { faultOfAddress, type LabelRead, type LabelReader, rejectLabel } from './reader.ts'
import { readConfidence, readDates } from './told.ts'

/** Members whose words place an address in the taxonomy. */
const wordMembers = ['category', 'concepts', 'abuse'] as const

/**
 * TagPacks of GraphSense (YAML): what the head of a pack says holds for each of its tags, unless a tag
 * says otherwise. Transactions that are tagged are no addresses and are told of as rejected.
 */
export const tagPacks: LabelReader = {
  id: 'tag-pack',
  about: 'TagPacks of GraphSense (YAML): tags with address, label, category, confidence',
  recognise: (file) => {
    const head = headText(file)
    return /^tags:/m.test(head) && /(?:^|[{,])[\s-]*(?:address|tx_hash)\s*:/m.test(head)
  },
  read: readTagPack,
}

async function* readTagPack(file: File, source: Source): AsyncGenerator<LabelRead> {
  const pack = await readYaml(file)
  const tags = pack.kind === 'map' ? pack.members.get('tags') : undefined
  if (pack.kind !== 'map' || tags?.kind !== 'list')
    throw new MusterError('file-malformed', `${file.path} is no TagPack: it has no list of tags`)
  for (const tag of tags.items) yield* readTag(tag, pack.members, { file, source })
}

function* readTag(
  tag: YamlNode,
  head: YamlMembers,
  { file, source }: { readonly file: File; readonly source: Source },
): Generator<LabelRead> {
  const place = `line:${tag.line}`
  const reject = (reason: string, text: string): LabelRead =>
    rejectLabel(source, { place, reason, text })
  if (tag.kind !== 'map')
    return yield reject('a tag is no list of members', tag.kind === 'text' ? tag.text : tag.kind)
  const find = (name: string): YamlNode | undefined => tag.members.get(name) ?? head.get(name)
  const textOf = (name: string): string => {
    const node = find(name)
    return node?.kind === 'text' ? node.text.trim() : ''
  }
  const address = textOf('address')
  if (address === '' && textOf('tx_hash') !== '')
    return yield reject('it labels a transaction and no address', textOf('tx_hash'))
  for (const node of [...tag.members.values()])
    if (node.kind === 'unread') yield reject(`${node.reason} is not followed`, address)
  const label = textOf('label')
  const fault = faultOfAddress(address) ?? (label === '' ? 'it has no label' : undefined)
  if (fault) return yield reject(fault, address || label)
  const told = {
    confidence: readConfidence(textOf('confidence'), 'tag-pack'),
    dates: readDates({ said: textOf('lastmod') }),
  }
  for (const reason of [...told.confidence.faults, ...told.dates.faults])
    yield reject(reason, address)
  const page = textOf('source') || file.name
  const actor = textOf('actor')
  yield {
    ok: true,
    label: {
      address,
      ...classify({ words: wordMembers.flatMap((name) => wordsOf(find(name))), source: page }),
      label,
      source: page,
      confidence: told.confidence.value,
      ...told.dates.value,
      ...(actor === '' ? {} : { actor }),
      place,
    },
  }
}

const wordsOf = (node: YamlNode | undefined): readonly string[] => {
  if (node?.kind === 'text') return node.text.trim() === '' ? [] : [node.text.trim()]
  return node?.kind === 'list' ? node.items.flatMap(wordsOf) : []
}

import { type File, headText, readWhole } from '../../formats/index.ts'
import { MusterError, type Source } from '../../model/index.ts'
import { classify, conceptOfExplorer, conceptOfFile, confidenceOf } from './kinds.ts'
import { faultOfAddress, type LabelRead, type LabelReader, rejectLabel } from './reader.ts'

const maxCharacters = 67_108_864

const readJson = async (file: File): Promise<unknown> => {
  const text = await readWhole(file, maxCharacters)
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new MusterError(
      'file-malformed',
      `${file.path} is no JSON: ${(cause as Error).message}`,
      {
        cause,
      },
    )
  }
}

/** A list of addresses alone. What they are only the name of the file can say: `sanctioned_addresses_ETH`. */
export const addressArrays: LabelReader = {
  id: 'addresses',
  about:
    'a JSON list of addresses; the name of the file says what they are (sanctioned_addresses_ETH.json)',
  recognise: (file) => /^\uFEFF?\s*\[\s*(?:"[^"\s]{1,256}"\s*(?:[,\]]|$)|\])/.test(headText(file)),
  read: readAddresses,
}

async function* readAddresses(file: File, source: Source): AsyncGenerator<LabelRead> {
  const concept = conceptOfFile(file.name)
  if (concept === undefined)
    throw new MusterError(
      'kind-unknown',
      `${file.path} lists addresses without saying what they are`,
      {
        hint: 'Name it by what they are, as sanctioned_addresses.json, or write a table with the columns address,kind,label.',
      },
    )
  const list = await readJson(file)
  if (!Array.isArray(list))
    throw new MusterError('file-malformed', `${file.path} is no list of addresses`)
  const label = file.name.replace(/\.json$/i, '').replaceAll('_', ' ')
  for (const [at, item] of (list as unknown[]).entries()) {
    const place = `row:${at + 1}`
    const address = typeof item === 'string' ? item.trim() : ''
    const fault = typeof item === 'string' ? faultOfAddress(address) : 'it is no text'
    if (fault) yield rejectLabel(source, { place, reason: fault, text: JSON.stringify(item) })
    else
      yield {
        ok: true,
        label: {
          address,
          ...classify({ words: [concept] }),
          label,
          source: file.name,
          confidence: confidenceOf('addresses'),
          place,
        },
      }
  }
}

/** Labels of a block explorer: an object of addresses, each with a name and a list of labels. */
export const explorerLabels: LabelReader = {
  id: 'explorer',
  about: 'labels of a block explorer as JSON: an object of addresses with name and labels',
  recognise: (file) =>
    /^\uFEFF?\s*\{\s*"[^"]{1,256}"\s*:\s*\{\s*"(?:name|labels)"\s*:/.test(headText(file)),
  read: readExplorer,
}

async function* readExplorer(file: File, source: Source): AsyncGenerator<LabelRead> {
  const all = await readJson(file)
  if (typeof all !== 'object' || all === null || Array.isArray(all))
    throw new MusterError('file-malformed', `${file.path} is no object of addresses`)
  for (const [address, item] of Object.entries(all)) {
    const place = `/${address}`
    const { name, labels } = (item ?? {}) as { readonly name?: unknown; readonly labels?: unknown }
    const fault = faultOfAddress(address) ?? faultOfExplorer(name, labels)
    if (fault) {
      yield rejectLabel(source, { place, reason: fault, text: JSON.stringify(item) })
      continue
    }
    const words = labels as readonly string[]
    const title = (name as string).trim()
    yield {
      ok: true,
      label: {
        address,
        ...classify({ words: words.map(conceptOfExplorer), name: title }),
        label: title || words.join(', '),
        source: file.name,
        confidence: confidenceOf('explorer'),
        place,
      },
    }
  }
}

const faultOfExplorer = (name: unknown, labels: unknown): string | undefined => {
  const isList = Array.isArray(labels) && labels.every((label) => typeof label === 'string')
  if (typeof name !== 'string' || !isList) return 'it has no name and no list of labels'
  return name.trim() === '' && labels.length === 0 ? 'its name and labels are empty' : undefined
}

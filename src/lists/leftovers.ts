import type { XmlElement } from '../formats/index.ts'
import type { Read, SourceId } from '../model/index.ts'

/** Values of a record that the reader neither stored nor names as left: rejected, so never lost. */
export function* leftovers(
  record: XmlElement,
  source: SourceId,
  left: Readonly<Record<string, string>>,
): Generator<Read> {
  for (const { path, place, text } of record.leftovers()) {
    if (path in left) continue
    yield { ok: false, source, place, reason: `${path} is not known to the reader`, text }
  }
}

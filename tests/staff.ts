import { Description, entityId, type Read, type Source, sourceId } from '../src/model/index.ts'

/** A made-up file of records as a source. */
export const staffSource = (name: string): Source => ({
  id: sourceId('staff', name),
  path: `${name}.csv`,
  sha256: name,
  kind: 'staff',
  bytes: 1,
  learned: '2026-01-01',
})

/** Made-up people of one file, each with an address of its own; every tenth row cannot be read. */
export async function* readStaff(source: Source, count: number): AsyncGenerator<Read> {
  for (let row = 1; row <= count; row++) {
    const cell = (column: string, text: string, value = text) => ({
      text,
      value,
      place: `row:${row}/${column}`,
    })
    if (row % 10 === 0) {
      yield { ok: false, source: source.id, place: `row:${row}`, reason: 'no name', text: ',,' }
      continue
    }
    const owner = cell('id', `${row}`)
    const { id, learned } = source
    const person = new Description(entityId('person', 'staff', `${row}`), 'Person', {
      source: id,
      learned,
      owner,
    })
    person
      .say('name', cell('name', `Person ${row}`))
      .say('alias', cell('alias', `Zhōu ${row}`), undefined, 'zho')
      .say('birthDate', cell('birthDate', '05 Mar 1948', '1948-03-05'))
    person.part('address', 'Address', cell('address', `${row} High Street`), [
      ['full', cell('address', `${row} High Street`)],
    ])
    yield { ok: true, entity: person.entity(`${row}`) }
  }
}

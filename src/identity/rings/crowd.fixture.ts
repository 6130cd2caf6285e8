import type { Person, Seen } from './platform.fixture.ts'

const countries = ['us', 'de', 'in', 'ua', 'br', 'jp', 'pl', 'ng']

/** Accounts as a test writes them down, and what they were seen with. */
export type Written = { readonly people: readonly Person[]; readonly seen: readonly Seen[] }

/** Honest accounts, each with things of its own, so that shares are those of a platform. */
export const crowd = (many: number): Written => {
  const ids = Array.from({ length: many }, (_, i) => `h${String(i).padStart(4, '0')}`)
  return {
    people: ids.map((id, i) => ({
      id,
      name: `name ${id}`,
      birthDate: `day ${(i * 7) % 97}`,
      country: countries[(i * 5) % countries.length] as string,
      nationality: countries[(i * 3) % countries.length] as string,
      address: `street ${id}`,
      employer: i % 3 === 0 ? `client ${i % 20}` : '',
    })),
    seen: ids.flatMap((id) =>
      ['device', 'payout', 'phone'].map((kind) => ({ account: id, kind, value: `${kind} ${id}` })),
    ),
  }
}

/** Accounts of the crowd by their numbers. */
export const ids = (...numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `h${String(number).padStart(4, '0')}`)

/** Some accounts share one value. */
export const share = (accounts: readonly string[], kind: string, value: string): Seen[] =>
  accounts.map((account) => ({ account, kind, value }))

/** What one operator's five accounts share: nothing that all of them do. */
export const ring = (first: number, name: string): readonly Seen[] => {
  const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((i) => ids(first + i)[0] as string) as [
    string,
    string,
    string,
    string,
    string,
  ]
  return [
    ...share([a, b, c, d], 'device', `${name} laptop`),
    ...share([a, b, e], 'payout', `${name} payout`),
    ...share([c, d, e], 'payout', `${name} other payout`),
    ...share([c, d, e], 'recovery_email', `${name} mailbox`),
    ...share([a, c], 'document_image', `${name} scan`),
  ]
}

/** The people with some of what they state changed. */
export const restate = (
  people: readonly Person[],
  accounts: readonly string[],
  stated: Partial<Person>,
): Person[] =>
  people.map((person) => (accounts.includes(person.id) ? { ...person, ...stated } : person))

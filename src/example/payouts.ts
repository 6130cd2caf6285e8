import { dayMinutes, instant, opened, today } from './calendar.ts'
import { Column } from './column.ts'
import { Dice, hex, mix } from './dice.ts'
import { nameOf } from './people.ts'
import { bankOf, exchangeName } from './services.ts'
import { things } from './things.ts'

/** Who is paid by a bank: the number of an IBAN, and whose given and family name its owner has. */
export type Payee = { readonly iban: number; readonly given: number; readonly family: number }

/** Value that came to the wallet of an exchange. */
type Arrival = { readonly at: number; readonly exchange: number; readonly amount: number }

/** A text file in parts: its rows stand between head and foot. */
export type Pages = {
  readonly head: string
  readonly rows: Iterable<string>
  readonly foot: string
}

/** Base units of the stablecoin in a cent. */
const cent = 10_000

/** How many withdraw to a bank what they brought to an exchange; the rest goes on trading. */
const withdrawing = 0.9

/** One dollar and one in a hundred, in cents: less than that is not paid out. */
const feeOf = (cents: number): number => 100 + Math.floor(cents / 100)

const columns = ['at', 'exchange', 'iban', 'given', 'family', 'cents'] as const

/** What exchanges pay out over their bank, kept as columns until it is written as statements. */
export class Payouts {
  readonly #columns = Object.fromEntries(
    columns.map((name) => [name, new Column(Int32Array)]),
  ) as Record<(typeof columns)[number], Column>
  /** Of one account after the other: what is drawn here moves nothing else. */
  readonly dice: Dice = new Dice(0)

  /** Pays out what came in, hours to days later and less a fee; tells the cents, 0 where nobody withdraws. */
  pay({ at, exchange, amount }: Arrival, payee: Payee): number {
    const later = at + this.dice.between(180, 4 * dayMinutes)
    const value = Math.floor(amount / cent)
    const cents = value - feeOf(value)
    if (!this.dice.chance(withdrawing) || cents <= 0 || later >= today) return 0
    const row = { at: later, exchange, ...payee, cents }
    for (const name of columns) this.#columns[name].add(row[name])
    return cents
  }

  /** A statement (camt.053) of the bank account of each exchange; a row is a payment. */
  pages(seed: number): Pages {
    return {
      head: `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>EXAMPLE-${seed}</MsgId><CreDtTm>${instant(today)}</CreDtTm><AddtlInf>made up</AddtlInf></GrpHdr>
`,
      rows: this.#rows(seed),
      foot: '</Stmt></BkToCstmrStmt></Document>\n',
    }
  }

  *#rows(seed: number): Generator<string> {
    const { exchange, cents } = this.#columns
    let open = -1
    for (const row of this.#byTime()) {
      const place = exchange.at(row)
      let before = ''
      if (place !== open) {
        before = (open === -1 ? '' : '</Stmt>\n') + this.#opening(seed, place)
        open = place
      }
      yield before + this.#entry(seed, row, cents.at(row))
    }
    if (open === -1) yield this.#opening(seed, 0)
  }

  #opening(seed: number, place: number): string {
    const { exchange, cents } = this.#columns
    let sum = 0
    for (let row = 0; row < cents.length; row++)
      if (exchange.at(row) === place) sum += cents.at(row)
    return `<Stmt><Id>EXAMPLE-${place + 1}</Id><CreDtTm>${instant(today)}</CreDtTm>
<Acct><Id><IBAN>${bankOf(seed, place)}</IBAN></Id><Ccy>USD</Ccy><Ownr><Nm>${exchangeName(place)}</Nm></Ownr><Svcr><FinInstnId><Nm>Example Bank</Nm></FinInstnId></Svcr></Acct>
${balance('OPBD', sum + float, opened)}${balance('CLBD', float, today)}`
  }

  #entry(seed: number, row: number, cents: number): string {
    const { at, exchange, iban, given, family } = this.#columns
    const time = instant(at.at(row))
    const money = `<Amt Ccy="USD">${dollars(cents)}</Amt>`
    const reference = hex(mix(seed, 601, row)) + hex(mix(seed, 602, row))
    return `<Ntry>${money}<CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>${time}</DtTm></BookgDt><ValDt><DtTm>${time}</DtTm></ValDt><AcctSvcrRef>B${exchange.at(row) + 1}-${row}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>W${reference}</EndToEndId></Refs>${money}<CdtDbtInd>DBIT</CdtDbtInd><RltdPties><Cdtr><Pty><Nm>${nameOf(seed, given.at(row), family.at(row))}</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>${things.iban.text(seed, iban.at(row))}</IBAN></Id></CdtrAcct></RltdPties><RmtInf><Ustrd>Withdrawal</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n`
  }

  /** Rows by exchange and then time, those of one minute as they were paid. */
  #byTime(): readonly number[] {
    const { at, exchange } = this.#columns
    return Array.from({ length: at.length }, (_, row) => row).sort(
      (a, b) => exchange.at(a) - exchange.at(b) || at.at(a) - at.at(b) || a - b,
    )
  }
}

/** Cents that an exchange has at its bank when all is paid. */
const float = 100_000_000

const dollars = (cents: number): string =>
  `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

const balance = (code: string, cents: number, at: number): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="USD">${dollars(cents)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><DtTm>${instant(at)}</DtTm></Dt></Bal>\n`

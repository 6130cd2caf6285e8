import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openInMemory, sql } from '../../engine/index.ts'
import { toFile } from '../../formats/index.ts'
import { makeRejected } from '../accounts/table.ts'
import { makeMoved } from '../chain/moved.ts'
import { type Files, takeFiles } from '../chain/taking.fixture.ts'
import { camt, detail, entry, other, own, third } from './camt.fixture.ts'
import { readBankMessage } from './message.ts'
import { digitsOf, readMoney, showMoney } from './money.ts'
import type { BankRead } from './move.ts'
import { settleBank } from './settle.ts'
import { makeBank, takeBank } from './take.ts'

const read = async (text: string): Promise<BankRead[]> => {
  const all: BankRead[] = []
  for await (const each of readBankMessage(toFile('message.xml', Buffer.from(text)))) all.push(each)
  return all
}

/** `tx src > dst amount asset kind`, with `(back)` for a reversal; then `place: reason` of what is rejected. */
const show = async (text: string): Promise<string[]> =>
  (await read(text)).flatMap((each) => {
    if (each.kind === 'rejected') return `${each.place}: ${each.reason}`
    if (each.kind === 'left') return `${each.rows} left: ${each.reason}`
    if (each.kind === 'name') return []
    const { tx, src, dst, amount, asset, kind, isReversal } = each.move
    return `${tx} ${src} > ${dst} ${amount} ${asset} ${kind}${isReversal ? ' (back)' : ''}`
  })

const statement = '/Document/BkToCstmrStmt/Stmt[1]'
const uetr = '7a562c67-ca16-48ba-b074-65581be6f001'

describe('a payment', () => {
  test.each<[what: string, entries: string, expected: string[]]>([
    [
      'received comes from its debtor',
      entry('8.85 EUR', 'CRDT', detail('8.85 EUR', 'E1', { debtor: other, creditor: own })),
      [`E1 ${other} > ${own} 885 EUR transfer`],
    ],
    [
      'made goes to its creditor',
      entry('8.85 EUR', 'DBIT', detail('8.85 EUR', 'E1', { debtor: own, creditor: other })),
      [`E1 ${own} > ${other} 885 EUR transfer`],
    ],
    [
      'of an entry of several is told each, and the entry is none',
      entry(
        '10.00 EUR',
        'DBIT',
        `<Btch><NbOfTxs>2</NbOfTxs></Btch>${detail('4 EUR', 'E1', { creditor: other })}${detail('6.00 EUR', 'E2', { creditor: third })}`,
      ),
      [`E1 ${own} > ${other} 400 EUR transfer`, `E2 ${own} > ${third} 600 EUR transfer`],
    ],
    [
      'alone in its entry has the amount of the entry where it tells none',
      entry('8.85 EUR', 'CRDT', detail('', 'E1', { debtor: other })),
      [`E1 ${other} > ${own} 885 EUR transfer`],
    ],
    [
      'in another currency has what the account was charged',
      entry('8.85 EUR', 'DBIT', detail('9.90 USD', 'E1', { creditor: other })),
      [`E1 ${own} > ${other} 885 EUR transfer`],
    ],
    [
      'with amounts in several currencies has that of its entry',
      entry(
        '10.00 EUR',
        'DBIT',
        `${detail('4 USD', 'E1', { creditor: other, more: '<AmtDtls><TxAmt><Amt Ccy="EUR">3.60</Amt></TxAmt></AmtDtls>' })}${detail('6.40 EUR', 'E2', { creditor: third })}`,
      ),
      [`E1 ${own} > ${other} 360 EUR transfer`, `E2 ${own} > ${third} 640 EUR transfer`],
    ],
    [
      'is known by its UETR first, in lower case',
      entry(
        '1 EUR',
        'CRDT',
        `<TxDtls><Refs><EndToEndId>E1</EndToEndId><UETR>${uetr.toUpperCase()}</UETR></Refs></TxDtls>`,
      ),
      [`${uetr} unknown: ${own}: ${uetr} > ${own} 100 EUR transfer`],
    ],
    [
      'is known by the reference of the bank where no other is told',
      entry(
        '1 EUR',
        'CRDT',
        detail('', 'NOTPROVIDED', { debtor: other }),
        '<BookgDt><Dt>2026-01-15</Dt></BookgDt><AcctSvcrRef>R1</AcctSvcrRef>',
      ),
      [`R1 ${other} > ${own} 100 EUR transfer`],
    ],
    [
      'without references has an unknown end of its own',
      entry('1 EUR', 'DBIT', '') + entry('1 EUR', 'DBIT', ''),
      [1, 2].map(
        (at) => `null ${own} > unknown: ${own}: S1${statement}/Ntry[${at}] 100 EUR transfer`,
      ),
    ],
    [
      'in cash says so',
      entry(
        '1 EUR',
        'CRDT',
        detail('', 'E1', {
          more: '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>CNTR</Cd><SubFmlyCd>CDPT</SubFmlyCd></Fmly></Domn></BkTxCd>',
        }),
      ),
      [`E1 cash: ${own}: E1 > ${own} 100 EUR transfer`],
    ],
    [
      'whose debtor is the account itself comes from the other end',
      entry('1 EUR', 'CRDT', detail('', 'E1', { debtor: own, creditor: other })),
      [`E1 ${other} > ${own} 100 EUR transfer`],
    ],
    [
      'that says another direction than its entry is believed where its ends do not belie it',
      entry(
        '1 EUR',
        'DBIT',
        detail('3 EUR', 'E1', { creditor: other }) +
          detail('1 EUR', 'E2', { debtor: third, more: '<CdtDbtInd>CRDT</CdtDbtInd>' }) +
          detail('1 EUR', 'E3', {
            debtor: own,
            creditor: third,
            more: '<CdtDbtInd>CRDT</CdtDbtInd>',
          }),
      ).replace('>1</Amt>', '>3</Amt>'),
      [
        `E1 ${own} > ${other} 300 EUR transfer`,
        `E2 ${third} > ${own} 100 EUR transfer`,
        `E3 ${own} > ${third} 100 EUR transfer`,
      ],
    ],
    [
      'of a currency without parts is in whole units',
      entry('2700.00 JPY', 'CRDT', detail('2700 JPY', 'E1', { debtor: other })),
      [`E1 ${other} > ${own} 2700 JPY transfer`],
    ],
  ])('%s', async (_what, entries, expected) => {
    expect(await show(camt(entries))).toEqual(expected)
  })

  test.each<[string, Parameters<typeof camt>[1]]>([
    ['a report', { message: 'BkToCstmrAcctRpt', version: '02' }],
    ['a notification', { message: 'BkToCstmrDbtCdtNtfctn', version: '04' }],
    ['a prefix of the namespace', { prefix: 'ns2:' }],
    [
      'an account of another form',
      { account: `<Id><Othr><Id>DE89 3704 0044 0532 0130 00</Id></Othr></Id>` },
    ],
  ])('is read in %s', async (_what, parts) => {
    const text = camt(entry('1 EUR', 'CRDT', detail('', 'E1', { debtor: other })), parts)
    expect(await show(text)).toEqual([`E1 ${other} > ${own} 100 EUR transfer`])
  })

  test('of names without accounts keeps people of one name apart where the bank is unknown', async () => {
    const named = (bank: string): string =>
      `<TxDtls><RltdPties><Dbtr><Nm>A. Name</Nm></Dbtr></RltdPties>${bank && `<RltdAgts><DbtrAgt><FinInstnId><BICFI>${bank}</BICFI></FinInstnId></DbtrAgt></RltdAgts>`}</TxDtls>`
    const sources = async (account: string): Promise<string[]> =>
      (
        await read(
          camt(entry('1 EUR', 'CRDT', named('ABCDDEFF')) + entry('1 EUR', 'CRDT', named('')), {
            account,
          }),
        )
      ).flatMap((each) => (each.kind === 'move' ? each.move.src : []))
    const [known, unknown] = await sources(`<Id><IBAN>${own}</IBAN></Id>`)
    const [again, elsewhere] = await sources(`<Id><IBAN>${third}</IBAN></Id>`)
    expect([known, again]).toEqual(['A. Name at ABCDDEFF', 'A. Name at ABCDDEFF'])
    expect(unknown).not.toBe(elsewhere)
  })
})

describe('a reversal', () => {
  const booked = (day: string): string =>
    `<RvslInd>true</RvslInd><Sts>BOOK</Sts><BookgDt><Dt>2026-01-${day}</Dt></BookgDt>`

  test('goes back along the way that the payment came', async () => {
    const text = camt(
      entry('5 EUR', 'DBIT', detail('', 'E1', { debtor: own, creditor: other })) +
        entry('5 EUR', 'CRDT', detail('', 'E1', { debtor: own, creditor: other }), booked('16')) +
        entry('7 EUR', 'CRDT', detail('', 'E2', { debtor: other })) +
        entry('7 EUR', 'DBIT', detail('', 'E2', { debtor: other }), booked('16')),
    )
    expect(await show(text)).toEqual([
      `E1 ${own} > ${other} 500 EUR transfer`,
      `E1 ${other} > ${own} 500 EUR transfer (back)`,
      `E2 ${other} > ${own} 700 EUR transfer`,
      `E2 ${own} > ${other} 700 EUR transfer (back)`,
    ])
  })

  test('may be an amount below zero', async () => {
    const text = camt(entry('-5 EUR', 'DBIT', detail('-5 EUR', 'E1', { creditor: other })))
    expect(await show(text)).toEqual([`E1 ${other} > ${own} 500 EUR transfer (back)`])
  })

  test('to or from nobody who is told returns to the same unknown', async () => {
    const text = camt(
      entry('5 EUR', 'DBIT', detail('', 'E1')) +
        entry('5 EUR', 'CRDT', detail('', 'E1'), booked('16')),
    )
    expect(await show(text)).toEqual([
      `E1 ${own} > unknown: ${own}: E1 500 EUR transfer`,
      `E1 unknown: ${own}: E1 > ${own} 500 EUR transfer (back)`,
    ])
  })
})

describe('an entry', () => {
  const two =
    detail('4 EUR', 'E1', { creditor: other }) + detail('5 EUR', 'E2', { creditor: third })
  const moved = [`E1 ${own} > ${other} 400 EUR transfer`, `E2 ${own} > ${third} 500 EUR transfer`]
  const charge = (sum: string): string =>
    `<Chrgs><Rcrd><Amt Ccy="EUR">${sum}</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>`
  const booked = '<Sts>BOOK</Sts><BookgDt><Dt>2026-01-15</Dt></BookgDt>'

  test.each<[what: string, entries: string, expected: string[]]>([
    [
      'that says another sum than its payments is told with the difference',
      entry('10 EUR', 'DBIT', two),
      [
        ...moved,
        `${statement}/Ntry[1]: its payments count and sum to 9.00 EUR, where it says 10.00 EUR: a difference of 1.00 EUR`,
      ],
    ],
    [
      'whose charges explain the difference has a fee',
      entry('10 EUR', 'DBIT', two, booked + charge('1')),
      [...moved, `null ${own} > null 100 EUR fee`],
    ],
    [
      'of received money has a fee where it is less than its payments',
      entry('8 EUR', 'CRDT', two.replaceAll('Cdtr', 'Dbtr'), booked + charge('1')),
      [
        `E1 ${other} > ${own} 400 EUR transfer`,
        `E2 ${third} > ${own} 500 EUR transfer`,
        `null ${own} > null 100 EUR fee`,
      ],
    ],
    [
      'whose charges explain a part only is told',
      entry('10 EUR', 'DBIT', two, booked + charge('0.50')),
      [
        ...moved,
        `${statement}/Ntry[1]: its payments count and sum to 9.00 EUR, where it says 10.00 EUR: a difference of 1.00 EUR`,
      ],
    ],
    [
      'that says another number of payments is told',
      entry('9 EUR', 'DBIT', `<Btch><NbOfTxs>3</NbOfTxs></Btch>${two}`),
      [...moved, `${statement}/Ntry[1]: it says 3 payments and holds 2`],
    ],
    [
      'with payments in other currencies says that sums cannot be held together',
      entry('9 EUR', 'DBIT', two.replace('4 EUR', '4 EUR').replace('"EUR">5', '"USD">5')),
      [
        moved[0] as string,
        `E2 ${own} > ${third} 500 USD transfer`,
        `${statement}/Ntry[1]: 1 of its 2 payments are in other currencies: they count, and their sum cannot be held against 9.00 EUR`,
      ],
    ],
    [
      'of charges is a fee',
      entry(
        '1 EUR',
        'DBIT',
        '',
        `${booked}<AcctSvcrRef>R</AcctSvcrRef><BkTxCd><Domn><Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>CHRG</SubFmlyCd></Fmly></Domn></BkTxCd>`,
      ),
      [`R ${own} > null 100 EUR fee`],
    ],
    [
      'that is not booked moves nothing',
      entry('9 EUR', 'DBIT', two, booked.replace('BOOK', 'PDNG')),
      ['2 left: the entry is pending and not booked'],
    ],
  ])('%s', async (_what, entries, expected) => {
    expect(await show(camt(entries))).toEqual(expected)
  })
})

describe('what cannot be read is told with its place', () => {
  const place = `${statement}/Ntry[1]`
  const one = `${place}/NtryDtls[1]/TxDtls[1]`
  const booked = '<BookgDt><Dt>2026-01-15</Dt></BookgDt>'
  test.each<[entries: string, expected: string[]]>([
    [
      entry('1.005 EUR', 'CRDT', ''),
      [`${place}: 1.005 has more digits than the smallest unit of EUR`],
    ],
    [entry('1 XAU', 'CRDT', ''), [`${place}: XAU is no currency with a smallest unit`]],
    [entry('1,5 EUR', 'CRDT', ''), [`${place}: 1,5 is no amount`]],
    [entry('1 EUR', 'IN', detail('', 'E')), [`${one}: IN is neither CRDT nor DBIT`]],
    [
      entry('1 EUR', 'CRDT', '', booked.replace('01-15', '02-30')),
      [`${place}: 2026-02-30 is no date`],
    ],
    [
      entry('1 EUR', 'CRDT', detail('', 'E1') + detail('', 'E2')),
      [1, 2].map(
        (at) =>
          `${place}/NtryDtls[1]/TxDtls[${at}]: it has no amount and is not the only payment of its entry`,
      ),
    ],
    [
      '<Ntry><CdtDbtInd>CRDT</CdtDbtInd><NtryDtls><TxDtls/></NtryDtls></Ntry>',
      [
        `${one}: it has no amount and is not the only payment of its entry`,
        `${place}: the entry has no amount`,
      ],
    ],
  ])('%#', async (entries, expected) => {
    expect(await show(camt(entries))).toEqual(expected)
  })

  test('also a statement without an account', async () => {
    const text = camt(entry('1 EUR', 'CRDT', ''), { account: '<Ccy>EUR</Ccy>' })
    expect(await show(text)).toEqual([
      `${place}: the statement does not say whose account it is of`,
    ])
  })

  test.each([
    ['<html><body/></html>', 'kind-unknown'],
    ['<Document><CstmrCdtTrfInitn><PmtInf/></CstmrCdtTrfInitn></Document>', 'kind-unknown'],
    [camt(entry('1 EUR', 'CRDT', '')).slice(0, -20), 'file-truncated'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><Document/>', 'file-malformed'],
  ])('%#', async (text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code })
  })
})

describe('payments between banks', () => {
  const payment = (sum: string, more = ''): string =>
    `<CdtTrfTxInf><PmtId><EndToEndId>E1</EndToEndId><UETR>${uetr}</UETR></PmtId><IntrBkSttlmAmt Ccy="EUR">${sum}</IntrBkSttlmAmt>${more}<Dbtr><Nm>A</Nm></Dbtr><DbtrAcct><Id><IBAN>${own}</IBAN></Id></DbtrAcct><Cdtr><Nm>B</Nm></Cdtr><CdtrAcct><Id><IBAN>${other}</IBAN></Id></CdtrAcct></CdtTrfTxInf>`
  const pacs = (payments: string, count: number, total: string): string =>
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-01-15T09:00:00</CreDtTm><NbOfTxs>${count}</NbOfTxs><TtlIntrBkSttlmAmt Ccy="EUR">${total}</TtlIntrBkSttlmAmt></GrpHdr>${payments}</FIToFICstmrCdtTrf></Document>`
  const line = (units: number): string => `${uetr} ${own} > ${other} ${units} EUR transfer`
  const head = '/Document/FIToFICstmrCdtTrf/GrpHdr'

  test.each<[string, string, string[]]>([
    [
      'go from debtor to creditor',
      pacs(payment('5') + payment('6.5'), 2, '11.50'),
      [line(500), line(650)],
    ],
    [
      'are held against the head of their message',
      pacs(payment('5'), 2, '7'),
      [
        line(500),
        `${head}: it says 2 payments and holds 1`,
        `${head}: its payments count and sum to 5.00 EUR, where it says 7.00 EUR: a difference of 2.00 EUR`,
      ],
    ],
    [
      'have a fee where charges on the way explain what is missing',
      pacs(
        payment('5', '<InstdAmt Ccy="EUR">6</InstdAmt><ChrgsInf><Amt Ccy="EUR">1</Amt></ChrgsInf>'),
        1,
        '5',
      ),
      [line(500), `${uetr} ${own} > null 100 EUR fee`],
    ],
  ])('%s', async (_what, text, expected) => {
    expect(await show(text)).toEqual(expected)
  })
})

describe('messages of several files', () => {
  const received = entry('8 EUR', 'CRDT', detail('', 'E1', { debtor: third }))
  const paid = entry(
    '5 EUR',
    'DBIT',
    detail('', 'E2', { debtor: own, creditor: other }),
    '<BookgDt><Dt>2026-01-15</Dt></BookgDt><AcctSvcrRef>R2</AcctSvcrRef>',
  )
  const back = paid.replace('DBIT', 'CRDT').replace('<BookgDt>', '<RvslInd>true</RvslInd><BookgDt>')
  const theirs = camt(entry('5 EUR', 'CRDT', detail('', 'E2', { debtor: own, creditor: other })), {
    account: `<Id><IBAN>${other}</IBAN></Id>`,
  })
  const lines = async (files: Files): Promise<string[]> =>
    (await takeFiles(files)).moved.map(
      ({ tx, src, dst, amount, asset }) => `${tx} ${src} > ${dst} ${amount} ${asset}`,
    )

  test('are put into one table in an order in which an account receives before it pays', async () => {
    const { moved, rejected, nametags } = await takeFiles({ 'a.xml': camt(paid + received) })
    expect(rejected).toEqual([])
    expect(moved).toMatchObject([
      { row: 2, tx: 'E1', src: third, dst: own, amount: 800, kind: 'transfer', block: null },
      { row: 1, tx: 'E2', src: own, dst: other, amount: 500, time: Date.parse('2026-01-15') },
    ])
    expect(nametags.map(({ address, name }) => [address, name])).toContainEqual([
      other,
      `Owner of ${other}`,
    ])
  })

  test('count a payment once that a statement and a notification tell, zipped or not', async () => {
    const notification = camt(paid, { message: 'BkToCstmrDbtCdtNtfctn' })
    const once = await lines({ 'a.xml': camt(paid + received) })
    expect(await lines({ 'a.xml': camt(paid + received), 'b.xml': notification })).toEqual(once)
    expect(
      await lines({ 'b.xml': gzipSync(notification), 'a.xml': camt(paid + received) }),
    ).toEqual(once)
  })

  test('count a payment once that the banks of both ends tell', async () => {
    const { moved, left } = await takeFiles({ 'a.xml': camt(paid), 'b.xml': theirs })
    expect(moved).toHaveLength(1)
    expect(left).toHaveLength(1)
    expect(left[0]).toContain('said by another message too')
  })

  test('know both ends of a payment by its UETR, whichever of them each bank tells', async () => {
    const known = `<TxDtls><Refs><UETR>${uetr}</UETR></Refs></TxDtls>`
    const payer = camt(entry('5 EUR', 'DBIT', known))
    const payee = camt(entry('5 EUR', 'CRDT', known).replace('01-15', '03-15'), {
      account: `<Id><IBAN>${other}</IBAN></Id>`,
    })
    const between = `<Document><FIToFICstmrCdtTrf><GrpHdr><CreDtTm>2026-01-15T09:00:00</CreDtTm></GrpHdr><CdtTrfTxInf><PmtId><UETR>${uetr}</UETR></PmtId><IntrBkSttlmAmt Ccy="EUR">5</IntrBkSttlmAmt><DbtrAcct><Id><IBAN>${own}</IBAN></Id></DbtrAcct><CdtrAcct><Id><IBAN>${other}</IBAN></Id></CdtrAcct></CdtTrfTxInf></FIToFICstmrCdtTrf></Document>`
    const line = [`${uetr} ${own} > ${other} 500 EUR`]
    for (const files of [
      [payer, payee],
      [payee, payer, between],
      [payer, between],
      [between, payee],
    ])
      expect(
        await lines(Object.fromEntries(files.map((text, at) => [`${at}.xml`, text] as const))),
      ).toEqual(line)
  })

  test('keep payments of one reference that are months apart, and several of one day', async () => {
    const later = theirs.replace('2026-01-15', '2026-03-15')
    expect(await lines({ 'a.xml': camt(paid), 'b.xml': later })).toHaveLength(2)
    const twice = entry('5 EUR', 'DBIT', detail('', 'E2', { creditor: other }))
    expect(await lines({ 'a.xml': camt(twice + twice) })).toHaveLength(2)
  })

  test('are the same in any order of files', () =>
    fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          [
            ['a.xml', camt(paid + received)],
            ['b.xml', camt(paid + back, { message: 'BkToCstmrDbtCdtNtfctn' })],
            ['c.xml', theirs],
          ],
          { minLength: 3 },
        ),
        async (files) => {
          expect(await lines(Object.fromEntries(files))).toEqual([
            `E1 ${third} > ${own} 800 EUR`,
            `E2 ${own} > ${other} 500 EUR`,
            `E2 ${other} > ${own} 500 EUR`,
          ])
        },
      ),
      { numRuns: 6 },
    ))
})

test('a reversal knows the last payment that it undoes, and each row the element that proves it', async () => {
  const booked = (day: string, more = ''): string =>
    `${more}<BookgDt><Dt>2026-01-${day}</Dt></BookgDt>`
  const pay = (day: string, id: string, amount = '5 EUR'): string =>
    entry(amount, 'DBIT', detail('', id, { creditor: other }), booked(day))
  const back = (day: string, id: string): string =>
    entry(
      '5 EUR',
      'CRDT',
      detail('', id, { creditor: other }),
      booked(day, '<RvslInd>true</RvslInd>'),
    )
  const engine = await openInMemory({ memory: '1GB', spill: tmpdir() })
  try {
    await makeRejected(engine)
    await makeMoved(engine)
    await makeBank(engine)
    const entries = [
      pay('10', 'E1'),
      pay('11', 'E1'),
      pay('12', 'E2'),
      pay('12', 'E1', '6 EUR'),
      back('13', 'E1'),
      back('09', 'E2'),
      back('13', 'E3'),
    ]
    await takeBank(engine, toFile('a.xml', Buffer.from(camt(entries.join('')))), 3)
    await settleBank(engine)
    const rows: unknown[] = []
    for await (const row of engine.query(
      sql`select row, place, original.source as file, original.row as original from bank_move where is_reversal order by row`,
    ))
      rows.push(Object.values(row))
    const place = (at: number): string => `${statement}/Ntry[${at}]/NtryDtls[1]/TxDtls[1]`
    expect(rows).toEqual([
      [5, place(5), 3, 2],
      [6, place(6), null, null],
      [7, place(7), null, null],
    ])
  } finally {
    await engine.close()
  }
})

test('what an account received less what it paid is what its entries say', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          isCredit: fc.boolean(),
          isReversal: fc.boolean(),
          parts: fc.array(fc.integer({ min: 0, max: 10 ** 12 }), { maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      async (entries) => {
        const show = (units: bigint): string => showMoney({ units, currency: 'EUR' })
        const sums = entries.map(({ parts }) => parts.reduce((sum, part) => sum + BigInt(part), 0n))
        const text = entries.map(({ isCredit, isReversal, parts }, at) =>
          entry(
            show(sums[at] as bigint),
            isCredit ? 'CRDT' : 'DBIT',
            parts
              .map((part) =>
                detail(show(BigInt(part)), `E${at}`, { debtor: third, creditor: other }),
              )
              .join(''),
            `<RvslInd>${isReversal}</RvslInd><ValDt><Dt>2026-01-15</Dt></ValDt>`,
          ),
        )
        let balance = 0n
        for (const each of await read(camt(text.join('')))) {
          expect(each.kind).not.toBe('rejected')
          if (each.kind === 'move')
            balance += each.move.dst === own ? each.move.amount : -each.move.amount
        }
        expect(balance).toBe(
          entries.reduce(
            (sum, { isCredit }, at) => sum + (isCredit ? 1n : -1n) * (sums[at] as bigint),
            0n,
          ),
        )
      },
    ),
  ))

test('an entry of many payments is read payment by payment', async () => {
  const many = 30_000
  const details = Array.from({ length: many }, (_, at) =>
    detail('0.01 EUR', `E${at}`, { creditor: other }),
  )
  const text = camt(entry(`${many / 100} EUR`, 'DBIT', details.join('')))
  expect(text.length).toBeGreaterThan(5_000_000)
  const found = await read(text)
  expect(found.filter(({ kind }) => kind === 'move')).toHaveLength(many)
  expect(found.filter(({ kind }) => kind === 'rejected')).toEqual([])
})

test('amounts are exact in the smallest unit of each currency', () => {
  const money = (text: string, currency: string) =>
    readMoney({ text, attributes: { Ccy: currency } } as unknown as Parameters<typeof readMoney>[0])
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 18n }),
      fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF'),
      (units, currency) => {
        const [text = ''] = showMoney({ units, currency }).split(' ')
        expect(money(text, currency)).toEqual({ units, currency })
      },
    ),
  )
  expect(['EUR', 'JPY', 'KWD', 'CLF', 'XAU', 'eur', ''].map(digitsOf)).toEqual([
    2,
    0,
    3,
    4,
    undefined,
    undefined,
    undefined,
  ])
})

const data = join(
  process.env.MUSTER_DATA ?? resolve(import.meta.dirname, '../../../../shared/data'),
  'chain/bank/camt',
)
const found = existsSync(data) ? readdirSync(data).filter((name) => name.endsWith('.xml')) : []

type Amount = { readonly getAmount: string; readonly getCurrency: { readonly getCode: string } }
type ParsedEntry = {
  readonly getAmount: Amount
  readonly getCreditDebitIndicator: string
  readonly getStatus: string
  readonly getTransactionDetail: { readonly getAmount: Amount }
  /** A text where it is the one that stands before. */
  readonly getTransactionDetails: readonly (string | { readonly getAmount: Amount })[]
}

/** All entries in another program's reading of a message, wherever they stand. */
const entriesOf = (node: unknown): ParsedEntry[] => {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(entriesOf)
  const { __CLASS__: name } = node as { readonly __CLASS__?: string }
  return name?.endsWith('DTO\\Entry')
    ? [node as ParsedEntry]
    : Object.values(node).flatMap(entriesOf)
}

test.skipIf(found.length === 0).each(found)(
  'the published message %s has the payments that another reader finds (needs MUSTER_DATA)',
  async (name) => {
    const text = readFileSync(join(data, name), 'utf8')
    const all = await read(text)
    const moves = all.flatMap((each) => (each.kind === 'move' ? each.move : []))
    const json = readFileSync(join(data, name.replace(/xml$/, 'json')), 'utf8')
    const parsed = entriesOf(JSON.parse(json)).filter(({ getStatus }) => getStatus === 'BOOK')
    const expected = parsed.flatMap((entry) => {
      const details = entry.getTransactionDetails
      return details.length === 1
        ? [entry.getAmount]
        : details.map(
            (each) => (typeof each === 'string' ? entry.getTransactionDetail : each).getAmount,
          )
    })
    const signed = moves.map(
      ({ amount, asset, src, own }) => `${src === own ? -amount : amount} ${asset}`,
    )
    // Their reading cuts what it holds twice, so that of two statements one is left.
    const seen = json.includes('__RECURSIVITY__') ? signed.slice(-expected.length) : signed
    expect(seen.map((each) => each.replace('-', ''))).toEqual(
      expected.map((each) => `${each.getAmount} ${each.getCurrency.getCode}`.replace('-', '')),
    )
    for (const [at, { getAmount, getTransactionDetails: details }] of parsed.entries())
      if (details.length === 1)
        expect(seen[at]).toBe(`${getAmount.getAmount} ${getAmount.getCurrency.getCode}`)
  },
)

test.skipIf(found.length === 0)(
  'every published payment is told or left with its reason',
  async () => {
    for (const name of found) {
      const text = readFileSync(join(data, name), 'utf8')
      const counts = { move: 0, left: 0 }
      for (const each of await read(text)) {
        if (each.kind === 'move') counts.move++
        if (each.kind === 'left') counts.left += each.rows
      }
      expect([name, counts.move + counts.left]).toEqual([
        name,
        [...text.matchAll(/<TxDtls>/g)].length,
      ])
    }
  },
)

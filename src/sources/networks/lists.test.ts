import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { type File, openFile, toFile } from '../../formats/index.ts'
import { type Source, sourceId } from '../../model/index.ts'
import { findOperatorList, operatorLists, readOperatorList } from './registry.ts'

const file = (name: string, text: string): File => toFile(name, Buffer.from(text))
const source: Source = {
  id: sourceId('list', ''),
  path: 'list',
  sha256: '',
  kind: 'list',
  bytes: 0,
  learned: null,
}

const tools = `Name,Category,Filename,InstallationPaths
Tool One,RMM,,"C:\\*\\one.exe, *\\One.EXE, /opt/one/*"
,RMM,,x.exe
`
const descriptors = `product\tusb_vendor_id\tusb_product_id\tmanufacturer_string\tproduct_string\tserial_string
Box\t0x1d6b\t0x0104\tMaker\tThing\t
Other\tnone\t0x0104\tMaker\tThing\t
`

test.each<[id: string, name: string, text: string, values: string[], rejected: string[]]>([
  [
    'networks-vpn',
    'my_vpn.txt',
    '# dated\n203.0.113.0/24 # exit\n2001:db8::/32\nnot one\n',
    ['network 203.0.113.0/24 vpn exit', 'network 2001:db8::/32 vpn '],
    ['line:4 it is no network in CIDR notation'],
  ],
  ['networks-hosting', 'datacenter.txt', '198.51.100.7\n', ['network 198.51.100.7 hosting '], []],
  ['asns', 'a.txt', 'AS64496 # Firm, US\n', ['asn 64496 hosting Firm, US'], []],
  [
    'mail-domains',
    'mail.conf',
    'Quick.example\nb.example\na b\n',
    ['mail_domain quick.example disposable ', 'mail_domain b.example disposable '],
    ['line:3 it is no domain'],
  ],
  [
    'rmm-tools',
    'tools.csv',
    tools,
    ['process one.exe remote_access Tool One'],
    ['row:2 the name of the tool is missing'],
  ],
  [
    'rmm-domains',
    'domains.csv',
    'URI,RMM_Tool\n*.One.example,Tool One\n',
    ['domain *.one.example remote_access Tool One'],
    [],
  ],
  [
    'kvm',
    'usb.tsv',
    descriptors,
    ['usb 1d6b:0104 / Maker / Thing kvm Box'],
    ['row:2 vendor and product are no numbers of USB'],
  ],
  [
    'intermediaries',
    'between.csv',
    'kind,value,name\nemployer,Acme Staffing,Acme\npayout,,Acme\n',
    ['employer Acme Staffing intermediary Acme'],
    ['row:2 the kind or the value is missing'],
  ],
])('%s is read, and what cannot be read is told', async (id, name, text, values, rejected) => {
  const sound = file(name, text.replace(/^(?:not one|a b)\n/m, ''))
  expect(operatorLists.filter((list) => list.recognise(sound)).map((list) => list.id)).toEqual([id])
  const read = await readOperatorList(file(name, text), source, id)
  expect(
    read.listed.map((each) => `${each.kind} ${each.value} ${each.known} ${each.name}`),
  ).toEqual(values)
  expect(read.rejected.map(({ place, reason }) => `${place} ${reason}`)).toEqual(rejected)
})

test('networks whose file does not tell their class are refused, and taken when it is said', async () => {
  const networks = file('list.txt', '203.0.113.0/24\n')
  expect(() => findOperatorList(networks)).toThrow(
    expect.objectContaining({ code: 'kind-unknown' }),
  )
  expect((await readOperatorList(networks, source, 'networks-mobile')).listed).toHaveLength(1)
})

const data = join(
  process.env.MUSTER_DATA ?? resolve(import.meta.dirname, '../../../../shared/data'),
  'ioc',
)

test.skipIf(!existsSync(data)).each([
  ['ip/x4b_vpn_ipv4.txt', 'networks-vpn', 10_862],
  ['ip/x4b_vpn_ipv6.txt', 'networks-vpn', 498],
  ['ip/x4b_datacenter_ipv4.txt', 'networks-hosting', 42_566],
  ['ip/x4b_datacenter_asn.txt', 'asns', 906],
  ['ip/astrill_dense_blocks_2024.txt', 'networks-vpn', 16],
  ['rmm/rmm_domains.csv', 'rmm-domains', 666],
  ['email/disposable_email_domains.txt', 'mail-domains', 8_335],
  ['kvm/kvm_usb_descriptors.tsv', 'kvm', 6],
])('the published list %s is read in full (needs MUSTER_DATA)', async (path, id, count) => {
  const { listed, rejected } = await readOperatorList(await openFile(join(data, path)), source)
  expect(rejected).toEqual([])
  expect(listed).toHaveLength(count)
  expect(findOperatorList(await openFile(join(data, path))).id).toBe(id)
})

test.skipIf(!existsSync(data))(
  'programs of published tools are known (needs MUSTER_DATA)',
  async () => {
    const file = await openFile(join(data, 'rmm/rmm_tools.csv'))
    const { listed, rejected } = await readOperatorList(file, source)
    expect(rejected).toEqual([])
    expect(new Set(listed.map(({ name }) => name)).size).toBeGreaterThan(200)
    expect(listed.map(({ value }) => value)).toContain('anydesk.exe')
  },
)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toFile } from './file.ts'
import { readYaml, type YamlNode } from './yaml.ts'

const read = (text: string): Promise<YamlNode> => readYaml(toFile('pack.yaml', Buffer.from(text)))

const plain = (node: YamlNode | undefined): unknown => {
  if (node?.kind === 'text') return node.text
  if (node?.kind === 'list') return node.items.map(plain)
  if (node?.kind === 'map')
    return Object.fromEntries([...node.members].map(([key, value]) => [key, plain(value)]))
  return node?.reason
}

describe('YAML', () => {
  test('keeps every scalar as its text, with its line', async () => {
    const node = await read('a: 0x0098b716\nb:\n  - 2022-04-15\n  - 1e3\nc: yes\nd: ~\ne:\n')
    expect(plain(node)).toEqual({
      a: '0x0098b716',
      b: ['2022-04-15', '1e3'],
      c: 'yes',
      d: '~',
      e: '',
    })
    const list = node.kind === 'map' ? node.members.get('b') : undefined
    expect(list?.kind === 'list' && list.items.map(({ line }) => line)).toEqual([3, 4])
  })

  test('follows no alias, so that a small file never becomes a large one', async () => {
    const laughs = ['a: &a [x, x, x]']
    for (let at = 1; at < 20; at++) laughs.push(`b${at}: [*a, *a, *a]`)
    expect(plain(await read(laughs.join('\n')))).toMatchObject({
      b1: Array(3).fill('the alias *a'),
    })
  })

  test.each([
    ['a key that is there twice', 'a: 1\na: 2\n'],
    ['an end within quotes', 'a: "b'],
    ['several documents', 'a: 1\n---\nb: 2\n'],
    ['too many levels', '['.repeat(20) + ']'.repeat(20)],
    ['very many levels', '['.repeat(60_000)],
    ['very many levels of lines', `${'- '.repeat(60_000)}x`],
    ['very many closed levels', `${'{a: ['.repeat(50_000)}${']}'.repeat(50_000)}`],
    ['nothing', '# nothing'],
    ['a list as a key', '? [a, b]\n: c\n'],
    ['too many characters', `a: ${'x'.repeat(16_777_216)}`],
  ])('with %s is refused', async (_name, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'file-malformed' })
  })

  test('of any text is read or refused by its code', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (text) => {
        const outcome = await read(text).catch((error: { code?: string }) => error.code)
        if (typeof outcome !== 'object') expect(outcome).toBe('file-malformed')
      }),
    ))
})

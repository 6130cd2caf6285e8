// Makes data/outlines.json from the package world-atlas (Natural Earth, public domain): the outlines of
// countries at 1:110,000,000 in the Equal Earth projection (Savric, Patterson and Jenny, 2018), as short
// paths of whole numbers. Members that are too small for that scale get a dot at the middle of their
// largest island. Run: npm run bench -- outlines
import { readFileSync, writeFileSync } from 'node:fs'
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' }
import { memberStates } from '../src/obligations/index.ts'

type Point = readonly [number, number]
type Shape =
  | { readonly type: 'Polygon'; readonly arcs: readonly (readonly number[])[] }
  | { readonly type: 'MultiPolygon'; readonly arcs: readonly (readonly (readonly number[])[])[] }
type Topology = {
  readonly arcs: readonly (readonly Point[])[]
  readonly transform: { readonly scale: Point; readonly translate: Point }
  readonly objects: {
    readonly countries: { readonly geometries: readonly (Shape & { readonly id?: string })[] }
  }
}

const width = 2000

/** Middle meridian: the map is then cut in the Bering Strait and no land is torn apart. */
const middle = 11.5
const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796] as const

/** Degrees east of the middle, from -180 to 180. */
const turn = (longitude: number): number => ((longitude - middle + 540) % 360) - 180

/** Equal Earth, in radians; areas keep their shares, so that no state looks larger than it is. */
const project = ([longitude, latitude]: Point): Point => {
  const lambda = (turn(longitude) * Math.PI) / 180
  const theta = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180))
  const [t2, t6] = [theta ** 2, theta ** 6]
  const x =
    (2 * Math.sqrt(3) * lambda * Math.cos(theta)) /
    (3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
  return [x, theta * (a4 * t6 * t2 + a3 * t6 + a2 * t2 + a1)]
}

const [edge] = project([middle + 179.999, 0])
const [, top] = project([middle, 84])
const [, bottom] = project([middle, -57])
const scale = width / (2 * edge)
const height = Math.ceil((top - bottom) * scale)

const toPicture = (point: Point): Point => {
  const [x, y] = project(point)
  return [Math.round((x + edge) * scale), Math.round((top - y) * scale)]
}

const readTopology = (url: string): Topology =>
  JSON.parse(readFileSync(new URL(url), 'utf8')) as Topology

/** Arcs are runs of differences; a ring joins them, backwards where the number is negative. */
const readRings = ({ arcs, transform }: Topology, shape: Shape): readonly (readonly Point[])[] => {
  const line = (index: number): readonly Point[] => {
    let [x, y] = [0, 0]
    const points = (arcs[index < 0 ? -index - 1 : index] ?? []).map(([dx, dy]): Point => {
      x += dx
      y += dy
      return [
        x * transform.scale[0] + transform.translate[0],
        y * transform.scale[1] + transform.translate[1],
      ]
    })
    return index < 0 ? points.reverse() : points
  }
  const polygons = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs
  // Outer rings only: a land that lies within another is drawn over it.
  return polygons.map(([outer = []]) => outer.flatMap((index) => line(index).slice(1)))
}

const sumOver = (
  ring: readonly Point[],
  add: (a: Point, b: Point, cross: number) => number,
): number =>
  ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length] as Point
    return sum + add(a, b, a[0] * b[1] - b[0] * a[1])
  }, 0)

const areaOf = (ring: readonly Point[]): number =>
  Math.abs(sumOver(ring, (_a, _b, cross) => cross)) / 2

const middleOf = (rings: readonly (readonly Point[])[]): Point => {
  const ring = [...rings].sort((a, b) => areaOf(b) - areaOf(a))[0] as readonly Point[]
  const six = 3 * sumOver(ring, (_a, _b, cross) => cross)
  if (six === 0) return ring[0] as Point
  return [
    Math.round(sumOver(ring, (a, b, cross) => (a[0] + b[0]) * cross) / six),
    Math.round(sumOver(ring, (a, b, cross) => (a[1] + b[1]) * cross) / six),
  ]
}

const toPath = (rings: readonly (readonly Point[])[]): string =>
  rings
    .map((ring) => {
      const points = ring.filter(([x, y], i) => {
        const [px, py] = ring[(i + ring.length - 1) % ring.length] as Point
        return x !== px || y !== py
      })
      if (points.length < 3) return ''
      const [first, ...rest] = points as [Point, ...Point[]]
      let [x, y] = first
      const steps = rest.map(([nx, ny]) => {
        const step = [nx - x, ny - y]
        ;[x, y] = [nx, ny]
        return step.join(' ').replace(' -', '-')
      })
      return `M${first.join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`
    })
    .join('')

const codeOf = (id: string | undefined): string | undefined =>
  codes.find(([, , numeric]) => numeric === id)?.[1]

const coarse = readTopology(import.meta.resolve('world-atlas/countries-110m.json'))
const fine = readTopology(import.meta.resolve('world-atlas/countries-10m.json'))
const antarctica = '010'

const outlines = coarse.objects.countries.geometries
  .filter(({ id }) => id !== antarctica)
  .map((shape) => {
    const rings = readRings(coarse, shape).map((ring) => ring.map(toPicture))
    return { code: codeOf(shape.id) ?? '', at: middleOf(rings), path: toPath(rings) }
  })
  .filter(({ path }) => path !== '')
  .sort((a, b) => Number(a.code > b.code) - Number(a.code < b.code))

const drawn = new Set(outlines.map(({ code }) => code))
const dots = fine.objects.countries.geometries.flatMap((shape) => {
  const code = codeOf(shape.id)
  if (!code || drawn.has(code) || !memberStates.some(({ iso3 }) => iso3 === code)) return []
  drawn.add(code)
  const rings = readRings(fine, shape)
  const [largest] = [...rings].sort((a, b) => areaOf(b) - areaOf(a))
  const ring = largest as readonly Point[]
  const centre: Point = [
    ring.reduce((sum, [x]) => sum + x, 0) / ring.length,
    ring.reduce((sum, [, y]) => sum + y, 0) / ring.length,
  ]
  return [{ code, at: toPicture(centre) }]
})
dots.sort((a, b) => Number(a.code > b.code) - Number(a.code < b.code))

const missing = memberStates.filter(({ iso3 }) => !drawn.has(iso3)).map(({ iso3 }) => iso3)
if (missing.length > 0) throw new Error(`members that no outline has: ${missing.join(', ')}`)

const lines = (rows: readonly string[]): string => rows.map((row) => `\n    "${row}"`).join(',')
const text = `{
  "about": "Outlines of countries for maps, in the Equal Earth projection: paths of SVG in whole numbers, the middle of the largest part, and dots for members that are too small for the scale. Each is a code, the place of its letter, and the path; a land whose code is - is no member state. Lines are those of the source, as they run on the ground; they say nothing of whose a land is.",
  "source": "world-atlas 2.0.2 (ISC), made from Natural Earth 4.1 (public domain), 1:110,000,000; dots from 1:10,000,000. Made by bench/outlines.ts.",
  "date": "2026-11-24",
  "width": ${width},
  "height": ${height},
  "outlines": [${lines(outlines.map(({ code, at, path }) => [code || '-', ...at, path].join(' ')))}
  ],
  "dots": [${lines(dots.map(({ code, at }) => [code, ...at].join(' ')))}
  ]
}
`
writeFileSync(new URL('../data/outlines.json', import.meta.url), text)
process.stdout.write(
  `${outlines.length} outlines, ${dots.length} dots, ${Math.round(text.length / 1000)} kB\n`,
)

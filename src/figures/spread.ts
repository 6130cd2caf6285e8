export type Place = readonly [x: number, y: number]

const directions = 16

/**
 * Places for signs of one size, so that none covers another: each at its own place where that is free,
 * else at the nearest free place around it, east first and then with the sun. Order decides who stays.
 */
export const spread = (
  places: readonly Place[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly Place[] => {
  const taken = new Map<number, Place>()
  const isFree = ([x, y]: Place): boolean =>
    [...taken.values()].every(
      ([left, top]) => Math.abs(x - left) >= width || Math.abs(y - top) >= height,
    )
  places.forEach((place, at) => {
    if (isFree(place)) taken.set(at, place)
  })
  places.forEach((place, at) => {
    if (!taken.has(at)) taken.set(at, findFree(place, Math.min(width, height) / 4, isFree))
  })
  return places.map((place, at) => taken.get(at) ?? place)
}

/** Walks out in rings; the rings grow without end, so there is a free place. */
const findFree = ([x, y]: Place, step: number, isFree: (place: Place) => boolean): Place => {
  for (let radius = step; ; radius += step)
    for (let turn = 0; turn < directions; turn++) {
      const angle = (turn * 2 * Math.PI) / directions
      const place: Place = [
        Math.round(x + radius * Math.cos(angle)),
        Math.round(y + radius * Math.sin(angle)),
      ]
      if (isFree(place)) return place
    }
}

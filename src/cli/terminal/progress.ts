/** Shows how far a long step is; every step that can take over a second has one. */
export interface Progress {
  /** `amount` more is done. */
  advance(amount: number): void
  end(): void
}

export type ProgressOptions = {
  /** All there is to do; without it there is a rate but no time left. */
  readonly total?: number
  readonly unit?: 'bytes' | (string & {})
}

/** Where progress is drawn: one line that is drawn over itself. */
export type ProgressLine = {
  draw(line: string): void
  clear(): void
  /** Milliseconds that only go forward. */
  elapsed(): number
}

const silentMs = 1000
const redrawMs = 100

/** Draws nothing in the first second, so that quick steps stay quiet. */
export const startProgress = (
  label: string,
  { total, unit = '' }: ProgressOptions,
  line: ProgressLine,
): Progress => {
  const began = line.elapsed()
  let done = 0
  let drawn = began
  const draw = (): void => {
    const now = line.elapsed()
    if (now - began < silentMs || now - drawn < redrawMs) return
    drawn = now
    line.draw(describeProgress(label, { done, total, unit, ms: now - began }))
  }
  // A step that waits for the engine does not advance; its time still runs.
  const timer = setInterval(draw, redrawMs * 2).unref()
  return {
    advance: (amount) => {
      done += amount
      draw()
    },
    end: () => {
      clearInterval(timer)
      line.clear()
    },
  }
}

type State = {
  readonly done: number
  readonly total: number | undefined
  readonly unit: string
  readonly ms: number
}

/** `reading un.xml  34 %  12.3 MB/s  0:42 left` */
export const describeProgress = (label: string, { done, total, unit, ms }: State): string => {
  const rate = done / (ms / 1000)
  const parts = [label]
  if (total) parts.push(`${Math.min(99, Math.floor((100 * done) / total))} %`)
  else if (done > 0) parts.push(describeAmount(done, unit))
  if (done > 0) parts.push(`${describeAmount(rate, unit)}/s`)
  if (total && done > 0) parts.push(`${describeTime((total - done) / rate)} left`)
  else parts.push(describeTime(ms / 1000))
  return parts.join('  ')
}

const byteSteps = ['B', 'kB', 'MB', 'GB', 'TB'] as const

const describeAmount = (amount: number, unit: string): string => {
  if (unit !== 'bytes') return `${Math.round(amount).toLocaleString('en')} ${unit}`.trimEnd()
  let step = 0
  let rest = amount
  while (rest >= 1000 && step < byteSteps.length - 1) {
    rest /= 1000
    step++
  }
  return `${rest.toFixed(step === 0 || rest >= 100 ? 0 : 1)} ${byteSteps[step]}`
}

const describeTime = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  const two = (part: number): string => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  const tail = `${hours ? two(minutes) : minutes}:${two(whole % 60)}`
  return hours ? `${hours}:${tail}` : tail
}

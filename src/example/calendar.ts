/** Minutes since 1970 of the platform's first day and of the day on which its data was taken out. */
export const opened: number = Date.UTC(2022, 0, 1) / 60_000
export const today: number = Date.UTC(2026, 6, 1) / 60_000

export const dayMinutes = 1_440

const two = (number: number): string => String(number).padStart(2, '0')

const times: readonly string[] = Array.from(
  { length: dayMinutes },
  (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00Z`,
)

const dates: string[] = []

/** A day since 1970 as a date; days are few, so each is written once. */
export const dateOf = (day: number): string => {
  dates[day] ??= new Date(day * dayMinutes * 60_000).toISOString().slice(0, 10)
  return dates[day]
}

/** A minute since 1970 as text. */
export const instant = (minutes: number): string => {
  const day = Math.floor(minutes / dayMinutes)
  return dateOf(day) + (times[minutes - day * dayMinutes] as string)
}

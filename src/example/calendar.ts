/** Minutes since 1970 of the platform's first day and of the day on which its data was taken out. */
export const opened: number = Date.UTC(2022, 0, 1) / 60_000
export const today: number = Date.UTC(2026, 6, 1) / 60_000

export const dayMinutes = 1_440

export const instant = (minutes: number): string =>
  `${new Date(minutes * 60_000).toISOString().slice(0, 16)}:00Z`

import { shippedPath } from '../../formats/index.ts'

/** Path of the starter list that ships with Muster. */
export const starterPath = (): string =>
  shippedPath('starter.csv', 'Install Muster again, or name a folder of lists with --lists DIR.')

import { basename, dirname } from 'node:path'
import { headText } from '../../formats/index.ts'
import type { ListReader } from '../reader.ts'
import { kindOf } from './columns.ts'
import { readJournal } from './read.ts'

/** Folders that part the two kinds of file; the folder above them holds one edition. */
const folders: ReadonlySet<string> = new Set(['consolidated', 'amendments'])

/**
 * Designations of the EU as a public project transcribed them from the acts in the Official Journal.
 * It is no official list: findings that rest on it must be checked against the act.
 */
export const euJournalReader: ListReader = {
  format: 'EU Official Journal (a transcription, not an official list)',
  needs: ['consolidated'],
  // Each row opens with the CELEX number of its act, and no cell holds a line break.
  marks: { consolidated: ['\n3'], amendments: ['\n3'] },
  left: {},
  recognise: (file) => {
    const [firstLine = ''] = headText(file)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/, 1)
    const kind = kindOf(firstLine)
    if (!kind) return undefined
    const folder = dirname(file.path)
    const group = folders.has(basename(folder)) ? dirname(folder) : folder
    return { list: 'eu-journal', group, part: kind, date: null }
  },
  read: readJournal,
}

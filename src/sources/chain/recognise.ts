import { type File, headText } from '../../formats/index.ts'
import { headNames } from '../accounts/head-names.ts'
import { isOfTransfers } from './kinds.ts'

/** The element inside `Document` that a message of a bank begins with. */
const bankMessage = /<(?:\w+:)?(?:BkToCstmr\w+|FIToFICstmrCdtTrf)\b/

/** Whether a file holds transfers of a chain or payments of a bank, by its head alone. */
export const looksLikeTransfers = (file: File): boolean =>
  bankMessage.test(headText(file)) || isOfTransfers(headNames(file))

export { openSubjects, type SubjectOptions } from './subjects/read.ts'
export { looksLikeSubjects } from './subjects/recognise.ts'

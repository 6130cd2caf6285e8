export { openSubjects, type SubjectOptions, type Subjects } from './subjects/read.ts'
export { looksLikeSubjects } from './subjects/recognise.ts'

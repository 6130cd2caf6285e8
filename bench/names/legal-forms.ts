import { remember } from './skeleton.ts'
import { thingWords } from './words.ts'

/**
 * Legal forms as lists print them, in letters of `plain`. A list of the labels' own: the product
 * has another, so that a form which it does not know counts against it.
 */
const phrases: readonly string[] = [
  // English
  '(public|private|open|closed|russian|joint)? ?joint stock (commercial )?(company|bank)',
  '(public |private )?limited liability (company|partnership|corporation)',
  '(public |private )?(limited|ltd) (company|partnership)',
  '(private |pte |pvt |pty |co )(ltd|limited)',
  'free zone (establishment|company)',
  '(fz|fze|fzc|fzco|dmcc|fz llc|wll|w l l|spc|s p c|ksc|k s c|qsc|bsc|psc|p s c|saog|saoc)',
  '(llc|l l c|llp|l l p|lp|l p|plc|p l c|inc|incorporated|corp|corporation|ltda?|limited|limitada)',
  '(company|co|est|establishment|jsc|ojsc|cjsc|pjsc|ao|oao|zao|pao|ooo|nao|odo|tov|pat|prat|vat|too|chup|oo|sp|ip|fgup|gup)',
  // Russian and its neighbours
  '(otkrytoe|zakrytoe|publichnoe|neotkrytoe|nepublichnoe)? ?(aktsionernoe|akcionernoe|aktsionernoye) obsh?chestvo',
  '(publichne |privatne |vidkryte |zakryte )?aktsionerne tovarystvo',
  'obsh?chestvo s ogranichenno[iy] otvetstvennostyu',
  'avtonomnaya nekommercheskaya organizatsiya|autonomous non ?(profit|commercial) organi[sz]ation|ano',
  '(federal )?state unitary enterprise|(federalnoe )?gosudarstvennoe (unitarnoe|kazennoe) predpriyatie',
  'tovarishchestvo s ogranichenno[iy] otvetstvennostyu',
  'federal(nogo|noe|noye) gosudarstvenno[ey]e? unitarno[ey]e? predpriyatie',
  // Spanish, Portuguese, Italian and French
  's a de c v|s de r l de c v|s de r l|s r l|srl|s p a|spa|sapa|s a s|sas|s a r l|sarl|eurl|s a|sa|s l|sl|slu|s c|s c s|e u|e i r l|eirl|c a|c por a|c x a|cia|compania|eireli|me|epp|sociedad anonima|sociedad de responsabilidad limitada|y cia|i cia|e hijos',
  // German, Dutch, Nordic, Balkan and Turkish
  'gmbh( und)?( co)?( kg)?|g m b h|ag|a g|kg|ohg|e v|eg|ug|bv|b v|nv|n v|bvba|aps|as|a s|ab|oy|oyj|asa|ou|sia|uab|doo|d o o|dd|d d|ad|a d|eood|ood|kft|zrt|nyrt|sp z o o|sro|s r o|limited sirketi|anonim sirketi|ltd sti|sti|sirketi|sanayi ve ticaret',
  // Iranian, Arabic and eastern
  'sherkat e?|shrkt|sharikat|pjs|private joint stock|pjsco|sdn bhd|bhd|pt|tbk|kk|k k|kabushiki kaisha|yu?ugen kaisha|zhu shi hui she|you xian( ze ren)?( gong si)?|gu fen( you xian)?( gong si)?|gong si|youxian gongsi|pty|pvt|pte',
]

const forms = new RegExp(`(?<= )(?:${phrases.join('|')})(?= )`, 'g')

/** Words that join forms to a name. */
const joints: ReadonlySet<string> = new Set('the and of de y e i'.split(' '))

/** Words of a name in `plain` without its legal forms; all of them where it is nothing else. */
const withoutForms = (words: readonly string[]): readonly string[] => {
  const left = ` ${words.join(' ')} `
    .replace(forms, ' ')
    .split(' ')
    .filter((word) => word !== '' && !joints.has(word))
  return left.length > 0 ? left : words
}

/** Words of the name of an organisation or a vessel without legal forms. */
export const firmWords: (name: string) => readonly string[] = remember((name) =>
  withoutForms(thingWords(name)),
)

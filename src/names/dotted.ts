/**
 * Legal forms that are printed with and without dots: `S.A. de C.V.` is `SA de CV`. Written by hand from
 * the forms that the UN and OFAC lists print; letters of people's initials are no form and stay apart.
 */
const forms: ReadonlySet<string> = new Set(
  'ab ag as bv bvba ca cv doo eirl fzc fze gmbh jsc kg lda llc llp lp ltda nv ojsc ooo oy pjsc plc pr pte rl sa sac sae sal sapi sarl sas sca scs sdn spa spr sprl srl srls ste tov zao'.split(
    ' ',
  ),
)

const dottedLetters = /(?<![\p{L}\p{N}.])\p{L}(?:\. ?\p{L}){1,4}(?![\p{L}\p{N}])\.?/gu

/** Writes dotted legal forms without their dots; everything else is left as it is. */
export const joinDotted = (name: string): string =>
  name.includes('.')
    ? name.replace(dottedLetters, (run) => {
        const letters = run.replace(/[. ]/g, '')
        return forms.has(letters.toLowerCase()) ? `${letters} ` : run
      })
    : name

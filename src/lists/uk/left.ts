const entry = '/Designations/Designation'
const date = 'the date of the list itself'
const measures = 'SanctionsImposed names the measures that hold'

/** Measures that the list marks as `true` or `false` one by one. */
const indicators = [
  'AssetFreeze',
  'ArmsEmbargo',
  'TargetedArmsEmbargo',
  'CharteringOfShips',
  'ClosureOfRepresentativeOffices',
  'CrewServicingOfShipsAndAircraft',
  'Deflag',
  'PreventionOfBusinessArrangements',
  'ProhibitionOfPortEntry',
  'TravelBan',
  'PreventionOfCharteringOfShips',
  'PreventionOfCharteringOfShipsAndAircraft',
  'TechnicalAssistanceRelatedToAircraft',
  'TrustServicesSanctions',
  'DirectorDisqualificationSanction',
]

/** What the UK reader does not store, with the reason. */
export const left: Readonly<Record<string, string>> = {
  '/Designations/DateGenerated': date,
  [`${entry}/NonLatinNames/NonLatinName/NonLatinScriptType`]: 'the name itself shows its script',
  ...Object.fromEntries(
    indicators.map((name) => [`${entry}/SanctionsImposedIndicators/${name}`, measures]),
  ),
}

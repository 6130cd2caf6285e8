// node .ci/count.mjs EXIT REPORT: counts Vitest's JSON report and fails unless all went well.
// EXIT is that of the tests; without a report nothing was tested.
import { existsSync, readFileSync } from 'node:fs'

const [exit, path = ''] = process.argv.slice(2)
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] }
const { numPassedTests: passed = 0, numFailedTests = 0, testResults } = report

// A file that cannot be loaded fails without a failed test.
const broken = testResults.filter(
  (file) =>
    file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
)
const known = numFailedTests + broken.length
const failed = known === 0 && (exit !== '0' || passed === 0) ? 1 : known

const skipped = testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.status !== 'passed' && test.status !== 'failed')
for (const test of skipped) console.log(`skipped: ${test.fullName}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

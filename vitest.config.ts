import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    pool: 'threads',
    // A worker a core: most tests wait for a program that they started.
    maxWorkers: '100%',
    globalSetup: 'tests/build.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // .ci/run counts what this report says.
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: 'node_modules/.cache/vitest.json' }]]
      : ['default'],
    env: { NO_COLOR: '1' },
  },
})

export default config

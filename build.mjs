import { build } from 'rolldown'

/** One file for the command line; DuckDB stays outside because it carries a native library. */
await build({
  input: { muster: 'src/cli/muster.ts' },
  platform: 'node',
  external: [/^@duckdb\//],
  output: {
    dir: 'dist',
    format: 'esm',
    banner: '#!/usr/bin/env node',
    chunkFileNames: 'chunks/[name]-[hash].js',
    cleanDir: true,
  },
})

import { build } from 'rolldown'

/** The command line and the library of names; DuckDB stays outside because it carries a native library. */
await build({
  input: { muster: 'src/cli/muster.ts', names: 'src/names/library.ts' },
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

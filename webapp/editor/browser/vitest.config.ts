import { defineConfig } from 'vitest/config'

// One server for all: the files run one after the other.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    environment: 'node',
    globalSetup: 'everybody.ts',
    fileParallelism: false,
    isolate: false,
    testTimeout: 240_000,
    hookTimeout: 360_000,
    // As long as one waits for what is on the screen: PATIENCE.
    expect: { poll: { timeout: 60_000 } },
    reporters: ['verbose'],
  },
})

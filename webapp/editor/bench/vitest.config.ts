import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { root: import.meta.dirname, include: ['*.bench.ts'], environment: 'node', testTimeout: 3_600_000, hookTimeout: 3_600_000, reporters: ['default'], disableConsoleIntercept: true },
})

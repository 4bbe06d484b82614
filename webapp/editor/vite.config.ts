import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { pack } from './build/pack.ts'

// While developing: the pages from here, everything else from a running server.
const server = { target: process.env.NEPHELE_SERVER ?? 'http://127.0.0.1:8080', changeOrigin: false }
const proxy = { '/.rest': server, '/dam': server, '/.imaging': server, '/.player': server }

export default defineConfig({
  base: '/admin/',
  plugins: [react(), pack()],
  build: { target: 'es2023', assetsInlineLimit: 0, manifest: true, reportCompressedSize: false, chunkSizeWarningLimit: 900 },
  server: { proxy },
  preview: { proxy },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'] },
})

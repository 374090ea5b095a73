import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compactMessages } from './compact-messages.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [
    react(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/messages',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      localStorageKey: 'language',
      emitReadme: false,
      emitPrettierIgnore: false,
    }),
    compactMessages(),
    compressed(),
  ],
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Written last in the list of files: a folder that has it was built to the end.
    manifest: 'manifest.json',
    rolldownOptions: {
      input: { portal: 'index.html', console: 'admin.html' },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 1 },
            // What three pages of the console share comes in one file instead of a dozen.
            { name: 'kit', test: /node_modules[\\/]/, minShareCount: 3 },
            {
              name: 'forms',
              test: /portal[\\/]ui[\\/](field|field-frame|password-field|use-form|problem)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
})

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }

/** Puts a `.br` and a `.gz` beside every file that text makes large, so that the server only hands them out. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|svg|json)$/.test(name))
      for (const name of texts) {
        const file = path.join(dir, name)
        const source = await readFile(file)
        if (source.length < 1_000) continue
        await writeFile(`${file}.br`, await brotli(source, best))
        await writeFile(`${file}.gz`, await gzipped(source, { level: 9 }))
      }
    },
  }
}

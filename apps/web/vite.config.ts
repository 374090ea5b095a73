import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { compactMessages } from './compact-messages.ts'
import { publishBuild } from './publish-build.ts'

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
    lightPortal(),
    compactMessages(),
    compressed(),
    publishBuild(),
  ],
  // React's line to its developer tools is not for customers; without it, its code goes too.
  define: { __REACT_DEVTOOLS_GLOBAL_HOOK__: 'undefined' },
  html: { cspNonce: '__NONCE__' },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // A page is asked for together with its pieces; those that the document itself names are there already.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => !isInDocument.test(file)),
    },
    manifest: 'manifest.json',
    rolldownOptions: {
      input: { portal: 'index.html', console: 'admin.html' },
      output: {
        codeSplitting: {
          groups: [
            { name: 'preact', test: /node_modules[\\/]preact[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|rolldown[\\/]runtime/ },
            // What both the portal and the console begin with, and nothing of either.
            {
              name: 'base',
              test: /src[\\/]lib[\\/](session|connection|state|theme|language|paths|store|format)\.ts|packages[\\/]client|vite[\\/]preload-helper|messages[\\/]messages[\\/](problem_busy|problem_offline|problem_email_taken|code_missing|fault_blank|fault_birthday|code_apps|sign_in|resend_title|password|first_name|last_name|last_name_hint|send_link|resend_done|link_incomplete)\.js/,
            },
            // The portal comes in few pieces, since each costs a request: what its pages share, and each page.
            {
              name: 'frame',
              test: /src[\\/]portal[\\/](app[\\/]|ui[\\/](?!qr-code|code-field|own-proof)|features[\\/]account[\\/](account\.api|email-field|link-request|to-sign-in|use-mailed-token))|messages[\\/]messages[\\/]forgot_done\.js/,
            },
            // A code to scan is drawn by few.
            { name: 'code', test: /node_modules[\\/]uqr[\\/]|src[\\/]lib[\\/]qr-code/ },
            // What three pages of the console share comes in one file instead of a dozen.
            {
              name: 'kit',
              test: /node_modules[\\/](@mantine|@floating-ui|@tanstack|clsx|react-remove-scroll|zod)/,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
})

/** The pieces that a document of ours starts with. */
const isInDocument = /assets\/(rolldown-runtime|preact|react|base|frame|portal|console|kit)-[\w-]+\.(js|css)$/

/** The portal's React is Preact: the same source, a tenth of the weight. The console keeps React, which its kit is made for. */
function lightPortal(): Plugin {
  const ofPortal = /apps[\\/]web[\\/]src[\\/]portal[\\/]|node_modules[\\/](react-easy-crop|preact)[\\/]/
  const twins: Record<string, string> = {
    react: 'preact/compat',
    'react-dom': 'preact/compat',
    'react-dom/client': 'preact/compat/client',
    'react/jsx-runtime': 'preact/jsx-runtime',
    'react/jsx-dev-runtime': 'preact/jsx-dev-runtime',
  }
  return {
    name: 'light-portal',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const twin = twins[source]
      return twin && ofPortal.test(importer) ? this.resolve(twin, importer) : null
    },
  }
}

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
        if (source.length < 256) continue
        await writeFile(`${file}.br`, await brotli(source, best))
        await writeFile(`${file}.gz`, await gzipped(source, { level: 9 }))
      }
    },
  }
}

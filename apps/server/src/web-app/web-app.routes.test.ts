import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { knownRoutes } from '../../test/routes.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { builtFolder } from './build-web-app.ts'

let crm: TestApp
beforeAll(async () => {
  crm = await createTestApp({ hasPages: true })
})
afterAll(() => crm.close())

const assets = readdirSync(path.join(builtFolder, 'assets')).filter((name) => !/\.(br|gz)$/.test(name))
const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  crm.app.inject({ method, url, headers: { host: 'localhost', ...headers } })
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

const pages = () =>
  knownRoutes(crm)
    .filter(({ url, method }) => method === 'GET' && url.endsWith('/') && !url.startsWith('/api/'))
    .map(({ url }) => url)
const withoutNonce = (page: string) =>
  page.replaceAll(/nonce="[^"]*"/g, 'nonce').replaceAll(/content="[\w-]{22}"/g, '')
const nonces = (text: string) => [
  ...new Set([...text.matchAll(/nonce(?:-|=")([\w-]{16,})/g)].map(([, one]) => one)),
]
const types: Record<string, string> = {
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
}

describe('works', () => {
  test('every path of the portal gives its page, asked for anew each time', async () => {
    const portal = withoutNonce((await get('/')).body)
    expect(portal).toContain('<script')
    expect(pages().length).toBeGreaterThan(5)
    for (const url of pages().filter((one) => one !== '/admin/')) {
      const answer = await get(url)
      expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ])
      expect(withoutNonce(answer.body), url).toBe(portal)
    }
  })

  test.each(['/admin/', '/admin', '/admin/customers/', '/admin/anything/', '/admin/a/b/c/?page=2'])(
    '%s is the console, whose screens have addresses of their own',
    async (url) => {
      const [console, portal] = [await get(url), await get('/')]
      expect([console.statusCode, console.headers['cache-control']]).toEqual([200, 'no-cache'])
      expect(withoutNonce(console.body)).not.toBe(withoutNonce(portal.body))
      expect(console.body).toMatch(/assets\/console-/)
    },
  )

  test('every file of a page is there, of its type, for good', async () => {
    expect(assets.length).toBeGreaterThan(3)
    for (const name of assets) {
      const answer = await get(`/assets/${name}`)
      expect(answer.statusCode, name).toBe(200)
      expect(answer.headers['content-type'], name).toBe(types[path.extname(name)])
      expect(answer.headers['cache-control'], name).toBe('public, max-age=31536000, immutable')
      expect(answer.rawPayload.equals(readFileSync(path.join(builtFolder, 'assets', name))), name).toBe(true)
    }
  })

  test('the files that a page names are there', async () => {
    for (const url of ['/', '/admin/']) {
      const named = [...(await get(url)).body.matchAll(/(?:src|href)="(\/assets\/[^"#]+)"/g)].map(
        ([, file]) => file,
      )
      expect(named.length).toBeGreaterThan(1)
      for (const file of named) expect((await get(String(file))).statusCode, file).toBe(200)
    }
  })

  test('after a build under a running server pages are the new ones, and files of open ones are still there', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'crm-pages-'))
    cpSync(builtFolder, folder, { recursive: true })
    const served = await createTestApp({ database: crm.database, webAppFolder: folder })
    const ask = (url: string) => served.call('GET', url, { headers: { ...browser, host: 'localhost' } })
    for (const url of ['/', '/admin/', '/nowhere/']) expect((await ask(url)).text).not.toContain('new-1.js')

    writeFileSync(path.join(folder, 'assets/new-1.js'), 'new')
    for (const name of ['index.html', 'admin.html'])
      writeFileSync(path.join(folder, name), '<head></head><script src="/assets/new-1.js"></script>')
    for (const url of ['/', '/admin/', '/nowhere/']) expect((await ask(url)).text).toContain('new-1.js')
    expect((await ask('/assets/new-1.js')).text).toBe('new')
    expect((await ask(`/assets/${assets[0]}`)).status).toBe(200)

    rmSync(folder, { recursive: true })
    expect((await ask('/')).text).toContain('new-1.js')
    await served.close()
  })

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('scripts and styles come as %s to who takes it', async (encoding, unpack) => {
    const large = assets.filter(
      (name) =>
        /\.(js|css)$/.test(name) && readFileSync(path.join(builtFolder, 'assets', name)).length >= 1_000,
    )
    expect(large.length).toBeGreaterThan(2)
    const sizes = { file: 0, sent: 0 }
    for (const name of large) {
      const { headers, rawPayload } = await get(`/assets/${name}`, { 'accept-encoding': encoding })
      expect([headers['content-encoding'], headers['content-type']], name).toEqual([
        encoding,
        types[path.extname(name)],
      ])
      expect(String(headers.vary).toLowerCase(), name).toContain('accept-encoding')
      const file = readFileSync(path.join(builtFolder, 'assets', name))
      expect(unpack(rawPayload).equals(file), name).toBe(true)
      expect(rawPayload.length, name).toBeLessThan(file.length)
      sizes.file += file.length
      sizes.sent += rawPayload.length
    }
    expect(sizes.sent).toBeLessThan(sizes.file / 2)
  })

  test('a file carries what protects it, and no more: a page brings a dozen', async () => {
    const [script = ''] = assets.filter((name) => name.endsWith('.js'))
    const { headers } = await get(`/assets/${script}`, { 'accept-encoding': 'br' })
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    expect(lines.join('').length).toBeLessThan(600)
  })

  test('a head request tells of the same and sends nothing', async () => {
    const [script = ''] = assets.filter((name) => name.endsWith('.js'))
    for (const url of ['/', '/admin/', '/admin/customers/', `/assets/${script}`]) {
      const [head, whole] = [await get(url, {}, 'HEAD'), await get(url)]
      expect([head.statusCode, head.body], url).toEqual([200, ''])
      for (const name of ['content-type', 'cache-control', 'content-length'])
        expect(head.headers[name], `${name} of ${url}`).toBe(whole.headers[name])
    }
  })
})

describe('refuses', () => {
  test('a page that is not there, with the portal’s page for people and JSON for programs', async () => {
    const portal = withoutNonce((await get('/')).body)
    for (const url of ['/nowhere/', '/profile/nowhere/', '/wp-login.php', '/index.html', '/admin.html']) {
      const person = await get(url, browser)
      expect([person.statusCode, person.headers['cache-control']], url).toEqual([404, 'no-cache'])
      expect(withoutNonce(person.body), url).toBe(portal)
      expect(nonces(person.body)).toEqual(nonces(String(person.headers['content-security-policy'])))
      expect((await get(url, browser, 'HEAD')).statusCode).toBe(404)
      for (const accept of ['application/json', '*/*'])
        expect((await get(url, { accept })).json(), url).toEqual({ detail: 'Not found.', code: 'not_found' })
    }
  })

  test('what is no page is answered as JSON, to people too: paths of the API, and writes', async () => {
    for (const url of ['/api/nowhere/', '/api/customers/nowhere/'])
      expect((await get(url, browser)).json()).toEqual({ detail: 'Not found.', code: 'not_found' })
    const { status, json } = await crm.call('POST', '/nowhere/', { headers: browser, body: {} })
    expect([status, json.code]).toEqual([404, 'not_found'])
  })

  test.each([
    '/assets/nothing.js',
    '/assets/',
    '/assets/../index.html',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/index.html',
    '/assets/%2e%2e%2findex.html',
    '/assets/%252e%252e%252findex.html',
    '/assets/%2fetc%2fpasswd',
    '/assets/../../../../package.json',
    '/assets/.gitignore',
    '/manifest.json.br',
    '/../package.json',
  ])('%s', async (url) => {
    const { statusCode, body, headers } = await get(url, { accept: '*/*' })
    expect([statusCode, JSON.parse(body)]).toEqual([404, { detail: 'Not found.', code: 'not_found' }])
    expect(headers['cache-control']).toBe('no-store')
  })

  test.each([
    '/assets/..%5cindex.html',
    '/assets//etc/passwd',
    '/assets/....//manifest.json',
    '/assets/x.js%00.css',
  ])('%s, which is no path', async (url) => {
    const { statusCode, json } = await get(url)
    expect([statusCode, json().code]).toEqual([400, 'bad_request'])
  })
})

describe('protects', () => {
  test.each(['/', '/sign-in/', '/admin/', '/admin/customers/'])(
    '%s runs only what carries the nonce of this very answer',
    async (url) => {
      const seen = new Set<string>()
      for (const _ of Array(5)) {
        const { headers, body } = await get(url)
        const policy = String(headers['content-security-policy'])
        expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|https?:/)
        expect(policy).toContain("object-src 'none'")
        const [nonce = '', ...more] = nonces(policy)
        expect([nonce.length >= 22, more, nonces(body)]).toEqual([true, [], [nonce]])
        expect(body).not.toContain('__NONCE__')
        // A block of data is run by nobody.
        for (const [tag] of body.matchAll(/<(script|style)\b(?! type="application\/json")[^>]*>/g))
          expect(tag).toContain(`nonce="${nonce}"`)
        expect(body).not.toMatch(/\son\w+="|javascript:|\sstyle="/)
        seen.add(nonce)
      }
      expect(seen.size).toBe(5)
    },
  )

  test('a page says nothing about who asks for it', async () => {
    const { tokens } = await crm.register()
    for (const url of ['/', '/profile/', '/admin/']) {
      const known = await get(url, { cookie: `__Host-session=${tokens.refresh}` })
      expect(withoutNonce(known.body)).toBe(withoutNonce((await get(url)).body))
      expect(known.headers).not.toHaveProperty('set-cookie')
    }
  })

  test('a file that is gone since the start is not there, and the answer tells nothing of where it was', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'crm-pages-'))
    cpSync(builtFolder, folder, { recursive: true })
    const broken = await createTestApp({ database: crm.database, webAppFolder: folder })
    onTestFinished(async () => {
      await broken.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const [script = '', folderNow = ''] = assets.filter((name) => name.endsWith('.js'))
    for (const name of readdirSync(path.join(folder, 'assets')))
      if (name.startsWith(script)) rmSync(path.join(folder, 'assets', name))
    for (const name of readdirSync(path.join(folder, 'assets')))
      if (name.startsWith(folderNow)) rmSync(path.join(folder, 'assets', name))
    mkdirSync(path.join(folder, 'assets', folderNow))
    for (const name of ['index.html', 'admin.html', 'sw.js', 'app.webmanifest'])
      rmSync(path.join(folder, name))

    const urls = [`/assets/${script}`, `/assets/${folderNow}`, '/sw.js', '/app.webmanifest']
    for (const url of urls)
      for (const headers of [browser, { accept: '*/*', 'accept-encoding': 'br, gzip' }]) {
        const answer = await broken.call('GET', url, { headers })
        expect([answer.status, answer.json], url).toEqual([404, { detail: 'Not found.', code: 'not_found' }])
        expect(answer.headers['x-request-id'], url).toMatch(/^[\da-f-]{36}$/)
        expect(answer.headers['cache-control'], url).toBe('no-store')
        expect(answer.text + JSON.stringify(answer.headers), url).not.toContain(folder)
      }
    // The pages themselves were read at the start.
    for (const url of ['/', '/admin/']) expect((await broken.call('GET', url)).status).toBe(200)
  })

  test('without the built pages only the API is served', async () => {
    const bare = await createTestApp({ database: crm.database })
    for (const url of ['/', '/admin/', '/assets/x.js'])
      expect((await bare.call('GET', url, { headers: browser })).status).toBe(404)
    await bare.close()
  })
})

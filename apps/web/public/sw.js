// What the pages do without a connection. Pages come from the network, or say that there is none; files under /assets/
// never change under one name, so the first copy is kept. The API and pictures of people are never touched.

const pages = 'pages-1'
const assets = 'assets-1'
/** About three versions of the pages; the oldest go first. */
const mostAssets = 120

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(pages)
      .then((cache) => cache.add('/icon.svg'))
      .then(() => skipWaiting()),
  )
})

addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name !== pages && name !== assets).map((name) => caches.delete(name)),
        ),
      ),
  )
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (pathname.startsWith('/api/') || pathname.startsWith('/media/')) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(offlinePage))
  else if (pathname.startsWith('/assets/')) event.respondWith(keptAsset(request))
  else if (pathname === '/icon.svg')
    event.respondWith(
      fetch(request).catch(() => caches.match('/icon.svg').then((kept) => kept ?? Response.error())),
    )
})

async function keptAsset(request) {
  const cache = await caches.open(assets)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.status === 200) {
    await cache.put(request, answer.clone())
    await forgetOldest(cache)
  }
  return answer
}

async function forgetOldest(cache) {
  const kept = await cache.keys()
  await Promise.all(kept.slice(0, Math.max(0, kept.length - mostAssets)).map((old) => cache.delete(old)))
}

/** In both languages, since nobody can be asked. It needs nothing but itself; "try again" asks for the same address. */
const offlinePage = () =>
  new Response(offline, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
  })

const offline = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>No connection · Aucune connexion</title>
<link rel="icon" href="/icon.svg">
<style>
:root { color-scheme: light dark; --paper: #fffdf8; --ink: #1c1917; --quiet: #57534e; --leaf: #2c7a49; --on-leaf: #fff }
@media (prefers-color-scheme: dark) { :root { --paper: #1a1714; --ink: #fbf7ef; --quiet: #cfc7bb; --leaf: #6fca8f; --on-leaf: #10261a } }
body { box-sizing: border-box; min-height: 100dvh; margin: 0; border-top: 14px solid #1f5c36; background: var(--paper); color: var(--ink); font: 16px/1.5 "Noto Sans", system-ui, sans-serif }
main { max-width: 27rem; margin: 0 auto; padding: 3rem 1rem }
h1, h2 { margin: 1.5rem 0 .25rem; font-size: 1.5rem; line-height: 1.2 }
p { margin: 0; color: var(--quiet) }
a { display: block; margin-top: 2rem; padding: 12px; border-radius: 10px; background: var(--leaf); color: var(--on-leaf); font-weight: 600; text-align: center; text-decoration: none }
a:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px }
</style>
</head>
<body>
<main>
<img src="/icon.svg" alt="" width="64" height="64">
<h1>No connection</h1>
<p>The store can’t be reached. Check your internet and try again.</p>
<div lang="fr">
<h2>Aucune connexion</h2>
<p>Le magasin ne répond pas. Vérifiez votre accès Internet et réessayez.</p>
</div>
<a href="">Try again · <span lang="fr">Réessayer</span></a>
</main>
</body>
</html>
`

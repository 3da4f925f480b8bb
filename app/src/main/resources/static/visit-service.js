/* Maillage — what a telephone keeps in clear for a visit without a network: one page without anybody in it, its style,
   its script, its icons. No page about a person is ever put here: those go through, untouched, or not at all. */
'use strict';
const CACHE = 'maillage-visite-1', SHELL = '/visites/hors-connexion', WAIT = 4000;

async function refresh() {
  const answer = await fetch(SHELL, { credentials: 'omit', cache: 'reload' });
  if (!answer.ok || answer.redirected) throw new Error('no shell');
  const html = await answer.clone().text();
  const cache = await caches.open(CACHE);
  const wanted = new Set(Array.from(html.matchAll(/"(\/static\/[^"#]+)/g), m => m[1]));
  for (const style of Array.from(wanted).filter(u => u.includes('.css'))) {
    const found = await cache.match(style) || await fetch(style, { credentials: 'omit' });
    const base = new URL(style, location.origin);
    for (const m of (await found.clone().text()).matchAll(/url\(["']?([^"')]+\.woff2[^"')]*)/g)) {
      const u = new URL(m[1], base);
      if (u.origin === location.origin) wanted.add(u.pathname + u.search);
    }
  }
  for (const url of wanted) {
    if (await cache.match(url)) continue;
    const file = await fetch(url, { credentials: 'omit' });
    if (file.ok) await cache.put(url, file);
  }
  await cache.put(SHELL, answer);
  for (const old of await cache.keys()) {
    const u = new URL(old.url);
    if (u.pathname !== SHELL && !wanted.has(u.pathname + u.search)) await cache.delete(old);
  }
}

self.addEventListener('install', e => { self.skipWaiting(); e.waitUntil(refresh()); });
self.addEventListener('activate', e => e.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
  await self.clients.claim();
})()));

const late = wait => new Promise((_, no) => setTimeout(() => no(new Error('slow')), wait));

async function shell() {
  const cache = await caches.open(CACHE), kept = await cache.match(SHELL);
  try {
    await Promise.race([refresh(), late(WAIT)]);
    return await cache.match(SHELL);
  } catch (e) {
    if (kept) return kept;
    throw e;
  }
}

self.addEventListener('fetch', e => {
  const url = new URL(e.request.url);
  if (e.request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname === SHELL) { e.respondWith(shell()); return; }
  if (url.pathname.startsWith('/static/')) {
    e.respondWith(caches.match(url.pathname + url.search).then(kept => kept || fetch(e.request)));
    return;
  }
  // the sheet of a visit is not kept: without a network, the page that opens the encrypted one
  if (e.request.mode === 'navigate' && url.pathname.startsWith('/visites/'))
    e.respondWith(Promise.race([fetch(e.request), late(2 * WAIT)]).catch(() => caches.match(SHELL)));
});

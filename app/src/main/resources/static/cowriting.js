/* Maillage — a plan written by several hands. Comfort over plain forms: each form saves itself when one leaves it, who else
   is in the plan is said, and what is typed while the server is away is kept here, encrypted, until it is back. Who reads
   the disk finds ciphertext: the key comes from the server for the account signed in, stays in the memory of the page, and
   signing out erases what was kept. See docs/adr/0040. */
(function () {
  'use strict';
  const M = window.Maillage, DB = 'maillage-saisies', KEPT = 7 * 24 * 3600 * 1000, BEAT = 20000, IDLE = 120000, PATIENCE = 15000;
  const $ = (s, from) => (from || document).querySelector(s);
  const all = (s, from) => Array.from((from || document).querySelectorAll(s));
  const LEFT = { 'X-Requested-With': 'XMLHttpRequest', 'X-Maillage-In-Place': '1' };
  const page = html => new DOMParser().parseFromString(html, 'text/html');
  const ask = (url, options) => fetch(url, Object.assign({ credentials: 'same-origin', redirect: 'manual', headers: LEFT, signal: AbortSignal.timeout(PATIENCE) }, options));

  /* ── Kept on this machine while the server is away ── */
  const text = new TextEncoder(), words = new TextDecoder();
  const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
  let key = null, who = '', base = null;
  async function store(mode) {
    if (!base) {
      const request = indexedDB.open(DB, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('saisies', { keyPath: 'id' });
      base = await done(request);
      base.onversionchange = () => { base.close(); base = null; key = null; }; // somebody signs out in another tab
    }
    return base.transaction('saisies', mode).objectStore('saisies');
  }
  async function counted() {
    const n = await done((await store('readonly')).count());
    try { if (n) localStorage.setItem('saisies', String(n)); else localStorage.removeItem('saisies'); } catch (_) { /* private mode */ }
  }
  async function open() {
    if (!window.isSecureContext || !window.crypto || !crypto.subtle || !window.indexedDB) return;
    const r = await ask('/brouillons/cle');
    if (!r.ok) return;
    const raw = Uint8Array.from(atob(await r.text()), c => c.charCodeAt(0));
    who = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)).slice(0, 8), b => b.toString(16).padStart(2, '0')).join('');
    key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    raw.fill(0);
  }
  async function keep(form) {
    if (!key) { M.say(form, 'Hors connexion\u00a0: gardez cette page ouverte, rien n’est perdu', true); return; }
    const id = who + '|' + form.dataset.draft, iv = crypto.getRandomValues(new Uint8Array(12));
    const typed = new URLSearchParams(new FormData(form));
    ['_csrf', '_once', '_draft'].forEach(name => typed.delete(name));
    const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode(id) }, key, text.encode(typed.toString()));
    await done((await store('readwrite')).put({ id, iv, ct, at: Date.now() }));
    await counted();
    M.say(form, 'Hors connexion\u00a0: gardé sur ce poste, sera envoyé au retour', true);
  }
  async function forget(id) { await done((await store('readwrite')).delete(id)); await counted(); }
  /* What a closed page left here becomes a draft of the server again, offered like any other. */
  async function back() {
    for (const kept of await done((await store('readonly')).getAll())) {
      if (Date.now() - kept.at > KEPT) { await forget(kept.id); continue; }
      if (!kept.id.startsWith(who + '|')) continue; // another account's, that only they open
      const draft = kept.id.slice(who.length + 1);
      let clear;
      try { clear = words.decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv, additionalData: text.encode(kept.id) }, key, kept.ct)); }
      catch (_) { await forget(kept.id); continue; }
      const body = new URLSearchParams(clear);
      body.set('_key', draft);
      body.set('_csrf', M.csrf());
      const r = await ask('/brouillons', { method: 'POST', body });
      if (!r.ok) return;
      await forget(kept.id);
      all('form[data-draft]').filter(f => f.dataset.draft === draft).forEach(M.offerDraft);
    }
  }
  document.addEventListener('maillage:away', e => { if (e.target.dataset.autosave) keep(e.target).catch(() => {}); });
  document.addEventListener('maillage:kept', e => {
    const form = e.target;
    if (!form.dataset.autosave) return;
    if (key) forget(who + '|' + form.dataset.draft).catch(() => {});
    if (form.dataset.away && !form.contains(document.activeElement)) { delete form.dataset.away; saveInPlan(form); }
  });

  /* ── A form saves itself when one leaves it ── */
  const control = (form, name, value) => all('[name="' + CSS.escape(name) + '"]', form).find(el => !/^(checkbox|radio)$/.test(el.type) || el.value === value);
  const stateOf = el => /^(checkbox|radio)$/.test(el.type) ? String(el.checked) : el.value;
  /* What the server holds now, in the fields nobody typed in since they were sent. */
  function take(form, fresh, sent) {
    all('[name]', fresh).forEach(el => {
      const mine = control(form, el.name, el.value);
      if (!mine || el.name === '_csrf') return;
      if (el.name.startsWith('_')) { mine.value = el.value; return; }
      if (sent.get(mine) !== stateOf(mine)) return;
      if (/^(checkbox|radio)$/.test(mine.type)) mine.checked = el.checked; else mine.value = el.value;
    });
  }
  async function saveInPlan(form) {
    if (form.dataset.sent || form.dataset.saving || !form.dataset.typed || !form.isConnected) return;
    form.dataset.saving = '1';
    await M.settled(form); // a draft that comes after what it is a draft of would be offered again
    const sent = new Map(all('[name]', form).map(el => [el, stateOf(el)]));
    const body = new URLSearchParams(new FormData(form));
    body.delete('_once'); // said again it is compared again: nothing is done twice
    try {
      const r = await ask(form.getAttribute('action'), { method: 'POST', body });
      if (r.status === 401 || r.type === 'opaqueredirect') { M.sessionExpired(); return; }
      const answer = page(await r.text()), said = r.ok && $('[data-said]', answer);
      if (said) {
        const now = await ask(form.dataset.autosave);
        if (now.ok) {
          const fresh = $('form', page(await now.text()));
          if (fresh) take(form, fresh, sent);
          if (Array.from(sent).every(([el, state]) => el.name.startsWith('_') || !el.isConnected || stateOf(el) === state || !form.contains(document.activeElement))) { delete form.dataset.dirty; delete form.dataset.typed; }
        }
        M.say(form, said.textContent);
        if (key) forget(who + '|' + form.dataset.draft).catch(() => {});
        return;
      }
      const again = all('form[data-autosave]', answer).find(f => f.dataset.draft === form.dataset.draft);
      if (r.status === 409 && again && !form.contains(document.activeElement)) {
        form.replaceChildren(...Array.from(again.childNodes));
        const folded = form.closest('details:not([open])');
        if (folded) folded.open = true;
        M.say(form, 'Un collègue a changé les mêmes champs\u00a0: choisissez, puis enregistrez', true);
      } else if (r.status === 409) {
        M.say(form, 'Un collègue a changé les mêmes champs\u00a0: enregistrez pour comparer', true);
      } else {
        const wrong = again && $('.error', again);
        M.say(form, 'Pas encore dans le plan' + (wrong ? '\u00a0: ' + wrong.textContent.trim() : ''), true);
      }
    } catch (_) {
      form.dataset.away = '1';
      keep(form).catch(() => {});
      M.saveSoon(form, 10000);
    } finally { delete form.dataset.saving; }
  }
  document.addEventListener('focusout', e => {
    const form = e.target.closest && e.target.closest('form[data-autosave]');
    if (form) setTimeout(() => { if (!form.contains(document.activeElement)) saveInPlan(form); }, 300);
  });

  /* ── Who else is here ── */
  let gesture = Date.now(), told = '';
  ['keydown', 'pointerdown', 'input'].forEach(name => addEventListener(name, () => { gesture = Date.now(); }, { passive: true }));
  async function beat() {
    const box = $('[data-presence]');
    // nobody at the keyboard: the page must not keep a session alive by itself
    if (!box || document.hidden || Date.now() - gesture > IDLE) return;
    const form = document.activeElement && document.activeElement.closest('form[data-place]');
    const body = new URLSearchParams({ _csrf: M.csrf() });
    if (form) body.set('place', form.dataset.place);
    const r = await ask(box.dataset.presence, { method: 'POST', body });
    if (!r.ok) return;
    const html = (await r.text()).trim();
    if (html !== told) { told = html; box.innerHTML = html; }
  }
  setInterval(() => beat().catch(() => {}), BEAT);
  document.addEventListener('focusin', e => { if (e.target.closest('form[data-place]')) setTimeout(() => beat().catch(() => {}), 400); });

  open().then(() => { if (key) return back(); }).catch(() => { /* away: what is typed stays in the page */ });
}());

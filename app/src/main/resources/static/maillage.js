/* Maillage — comfort for people who have JavaScript. Every act works without this file.
   Loaded in <head> without "defer", so that the theme is set before the first paint.
   Nothing about a person is ever kept in clear in the browser's storage: drafts go to the server. What is kept is
   encrypted: a visit prepared on purpose (visit.js), and what was typed in a plan while the server was away (cowriting.js). */
(function () {
  'use strict';
  const root = document.documentElement;
  const $ = (selector, from) => (from || document).querySelector(selector);
  const all = (selector, from) => Array.from((from || document).querySelectorAll(selector));
  const meta = name => { const m = $('meta[name="' + name + '"]'); return m ? m.content : ''; };
  const stored = { get: k => { try { return localStorage.getItem(k); } catch (_) { return null; } },
                   drop: k => { try { localStorage.removeItem(k); } catch (_) { /* nothing was kept */ } },
                   set: (k, v) => { try { localStorage.setItem(k, v); } catch (_) { /* private mode: the choice lasts one page */ } } };

  /* ── Theme and shortcuts: two choices of the reader, kept on this machine ── */
  const theme = stored.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (stored.get('shortcuts') === 'off') root.dataset.shortcuts = 'off';
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

  /* ── Talking to the server ── */
  const csrfOf = form => { const f = form && form.elements && form.elements._csrf; return (f && f.value) || meta('_csrf'); };
  function post(url, params) {
    return fetch(url, { method: 'POST', credentials: 'same-origin', redirect: 'manual', body: params,
                        headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(r => { if (expired(r)) sessionExpired(); return r; });
  }
  const expired = r => r.status === 401 || r.type === 'opaqueredirect';

  /* The page stays as typed: the session is opened again in another tab, then the token is renewed here. */
  function sessionExpired() {
    let d = $('#session-expiree');
    if (!d) {
      d = document.createElement('dialog');
      d.id = 'session-expiree';
      d.className = 'dialog';
      d.setAttribute('aria-labelledby', 'session-expiree-titre');
      d.innerHTML = '<div class="dialog-head"><h2 id="session-expiree-titre">Votre session a expiré</h2></div>'
        + '<div class="dialog-body"><p>Rien n’est perdu\u00a0: ce que vous avez tapé reste sur cette page. '
        + 'Reconnectez-vous dans un nouvel onglet, puis revenez ici et recommencez votre dernier geste.</p></div>'
        + '<div class="dialog-foot"><a class="btn btn-primary" target="_blank" rel="noopener">Se reconnecter dans un nouvel onglet</a>'
        + '<button type="button" class="btn" data-close>Revenir à ma page</button></div>';
      $('a', d).href = meta('login-url') || '/connexion';
      document.body.append(d);
    }
    if (!d.open) d.showModal();
    root.dataset.session = 'expired';
  }
  function renewToken() {
    const url = meta('csrf-url');
    if (root.dataset.session !== 'expired' || !url) return;
    fetch(url, { credentials: 'same-origin', redirect: 'manual' }).then(r => r.ok ? r.text() : '').then(token => {
      if (!token) return;
      const m = $('meta[name="_csrf"]');
      if (m) m.content = token.trim();
      all('input[name="_csrf"]').forEach(i => { i.value = token.trim(); });
      delete root.dataset.session;
      const d = $('#session-expiree');
      if (d && d.open) d.close();
      all('form[data-draft][data-dirty]').forEach(saveSoon);
      toast('Vous êtes de nouveau connecté.');
    }).catch(() => { /* still away: the next return to this tab tries again */ });
  }

  /* ── Drafts ── */
  const timers = new WeakMap(), sending = new WeakMap();
  const hourMinute = () => new Date().toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' });
  function say(form, text, late) {
    const s = $('[data-draft-status]', form) || $('[data-draft-status]');
    if (!s) return;
    s.textContent = text;
    s.classList.toggle('is-late', !!late);
  }
  function draftOf(form) {
    const p = new URLSearchParams();
    p.set('_csrf', csrfOf(form));
    p.set('_key', form.dataset.draft);
    for (const [name, value] of new FormData(form)) {
      const field = form.elements[name];
      if (name === '_csrf' || typeof value !== 'string' || (field && field.type === 'password')) continue;
      p.append(name, value);
    }
    return p;
  }
  const draftUrl = () => meta('draft-url') || '/brouillons';
  function save(form) {
    if (form.dataset.sent) return;
    if (form.dataset.saving) { saveSoon(form, 700); return; }
    say(form, 'Enregistrement…');
    sending.set(form, post(draftUrl(), draftOf(form)).then(r => {
      if (r.ok) { delete form.dataset.dirty; say(form, 'Brouillon gardé à ' + hourMinute()); form.dispatchEvent(new CustomEvent('maillage:kept', { bubbles: true })); }
      else if (expired(r)) say(form, 'Pas encore enregistré\u00a0: session expirée', true);
      else say(form, 'Pas encore enregistré. Gardez cette page ouverte, nouvel essai dans 10 s', true), saveSoon(form, 10000);
    }).catch(() => {
      say(form, 'Réseau coupé\u00a0: gardez cette page ouverte, rien n’est perdu', true);
      form.dispatchEvent(new CustomEvent('maillage:away', { bubbles: true }));
      saveSoon(form, 10000);
    }));
  }
  /* No draft is on its way any more, nor about to leave: what is saved next is not followed by an older one. */
  function settled(form) { clearTimeout(timers.get(form)); return sending.get(form) || Promise.resolve(); }
  function saveSoon(form, wait) {
    form.dataset.dirty = '1';
    if (typeof wait !== 'number') form.dataset.typed = '1';
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => save(form), typeof wait === 'number' ? wait : 700));
  }
  /* What was being typed when one was interrupted is offered, never forced: a colleague may have written since. */
  function offerDraft(form) {
    fetch(draftUrl() + '?form=' + encodeURIComponent(form.dataset.draft), { credentials: 'same-origin', redirect: 'manual', headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(r => r.status === 200 ? r.json() : null).then(draft => {
        if (!draft || !differs(form, draft.fields)) return;
        all('[data-offered]', form).forEach(former => former.remove());
        const box = document.createElement('div');
        box.className = 'notice';
        box.dataset.offered = '1';
        box.setAttribute('role', 'status');
        const words = document.createElement('div');
        const p = document.createElement('p');
        p.textContent = 'Une saisie du ' + draft.at + ' n’a pas été enregistrée.';
        const row = document.createElement('p');
        row.className = 'row';
        const take = document.createElement('button'), drop = document.createElement('button');
        take.type = drop.type = 'button';
        take.className = 'btn btn-sm'; drop.className = 'btn btn-sm btn-quiet';
        take.textContent = 'La reprendre'; drop.textContent = 'L’effacer';
        take.addEventListener('click', () => { fill(form, draft.fields); box.remove(); saveSoon(form); });
        drop.addEventListener('click', () => {
          post(draftUrl() + '/effacer', new URLSearchParams({ _csrf: csrfOf(form), form: form.dataset.draft }));
          box.remove();
        });
        row.append(take, drop); words.append(p, row); box.append(words);
        (form.querySelector('.dialog-body') || form).prepend(box);
      }).catch(() => { /* away: nothing to offer */ });
  }
  const values = (form, name) => new FormData(form).getAll(name).filter(v => typeof v === 'string');
  const differs = (form, fields) => Object.entries(fields).some(([name, list]) =>
    !name.startsWith('_') && form.elements[name] && list.join('\u0000') !== values(form, name).join('\u0000') && list.some(v => v !== ''));
  function fill(form, fields) {
    // what it was typed over comes back with it: a colleague may have written since
    if (fields._tag && form.elements._tag) form.elements._tag.value = fields._tag[0];
    for (const el of form.elements) {
      if (!el.name || el.name.startsWith('_') || el.type === 'hidden' || el.type === 'password' || el.type === 'file') continue;
      const list = fields[el.name];
      const was = el.checked + el.value;
      if (el.type === 'checkbox' || el.type === 'radio') el.checked = !!list && list.includes(el.value);
      else if (list) el.value = list.length > 1 ? list.shift() : list[0];
      const folded = el.closest('details:not([open])'); // what comes back is not left out of sight
      if (folded && el.checked + el.value !== was) folded.open = true;
    }
  }

  const onTyping = e => { const f = e.target.form && e.target.form.closest('form[data-draft]'); if (f) saveSoon(f); };
  document.addEventListener('input', onTyping);
  document.addEventListener('change', onTyping);
  addEventListener('online', () => all('form[data-draft][data-dirty]').forEach(f => saveSoon(f, 0)));
  addEventListener('pagehide', () => all('form[data-draft][data-dirty]').forEach(f => {
    if (!f.dataset.sent && navigator.sendBeacon) navigator.sendBeacon(draftUrl(), draftOf(f));
  }));

  /* ── Signing out erases the visits kept on this telephone; what was not sent is said first ── */
  async function eraseVisits() {
    stored.drop('visites');
    stored.drop('saisies');
    if (window.caches) for (const name of await caches.keys()) if (name.startsWith('maillage-visite')) await caches.delete(name);
    if (window.indexedDB) for (const kept of ['maillage-visites', 'maillage-saisies']) await new Promise(go => {
      const request = indexedDB.deleteDatabase(kept);
      request.onsuccess = request.onerror = request.onblocked = go;
    });
  }
  document.addEventListener('submit', e => {
    if (e.target.getAttribute('action') !== '/deconnexion' || e.target.dataset.erased) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const left = Number(stored.get('visites') || 0);
    if (left && !window.confirm((left > 1 ? left + ' saisies de visite ne sont pas envoyées' : 'Une saisie de visite n’est pas envoyée')
      + '\u00a0: se déconnecter les efface de ce téléphone. Se déconnecter quand même\u00a0?')) return;
    if (Number(stored.get('saisies') || 0) && !window.confirm('Une saisie faite hors connexion n’est pas encore envoyée'
      + '\u00a0: se déconnecter l’efface de ce poste. Se déconnecter quand même\u00a0?')) return;
    e.target.dataset.erased = '1';
    eraseVisits().catch(() => { /* the server orders it too */ }).then(() => e.target.submit());
  }, true);

  /* ── A form is sent once ── */
  function release(from) {
    all('form[data-sent]', from).forEach(f => {
      delete f.dataset.sent;
      all('[data-busy]', f).forEach(b => { b.disabled = false; b.classList.remove('is-busy'); delete b.dataset.busy; });
    });
  }
  document.addEventListener('submit', e => {
    const form = e.target;
    if (form.method === 'dialog') return;
    if (e.submitter && e.submitter.getAttribute('aria-disabled') === 'true') { e.preventDefault(); return; }
    if (form.dataset.sent) { e.preventDefault(); return; }
    if (e.defaultPrevented && !form.matches('[hx-post],[hx-put],[hx-patch],[hx-delete]')) return;
    form.dataset.sent = '1';
    clearTimeout(timers.get(form));
    // after this turn, so that the name and value of the pressed button still go with the form
    setTimeout(() => all('button:not([type=button]):not(:disabled), input[type=submit]:not(:disabled)', form)
      .forEach(b => { b.dataset.busy = '1'; b.disabled = true; b.classList.add('is-busy'); }));
    if (form.target === '_blank' || form.hasAttribute('data-download') || (e.submitter && e.submitter.formTarget)) setTimeout(() => release(document), 3000);
  });
  addEventListener('pageshow', () => release(document));
  document.addEventListener('htmx:afterRequest', () => release(document));
  document.addEventListener('htmx:beforeSwap', e => {
    const x = e.detail && e.detail.xhr;
    if (x && x.status === 401) { e.detail.shouldSwap = false; e.preventDefault(); sessionExpired(); }
  });
  document.addEventListener('htmx:responseError', e => {
    const x = e.detail && e.detail.xhr;
    if (!x || x.status === 401) return;
    toast('Ce geste n’a pas été enregistré. Ce que vous avez tapé est toujours là\u00a0; réessayez.');
  });
  document.addEventListener('htmx:sendError', () => toast('Le réseau ne répond pas. Rien n’est perdu\u00a0; réessayez dans un instant.'));
  document.addEventListener('htmx:configRequest', e => {
    const t = meta('_csrf');
    if (t && e.detail.verb !== 'get' && !e.detail.parameters._csrf) e.detail.parameters._csrf = t;
  });

  /* ── Toasts, with ten seconds to undo ── */
  function toasts() {
    let box = $('.toasts');
    if (!box) { box = document.createElement('div'); box.className = 'toasts'; box.setAttribute('role', 'status'); document.body.append(box); }
    return box;
  }
  function leaveAfter(el, ms) {
    let t = setTimeout(() => el.remove(), ms);
    const hold = () => clearTimeout(t), go = () => { t = setTimeout(() => el.remove(), 3000); };
    el.addEventListener('mouseenter', hold); el.addEventListener('focusin', hold);
    el.addEventListener('mouseleave', go); el.addEventListener('focusout', go);
  }
  function toast(text, undoUrl) {
    const el = document.createElement('div');
    el.className = 'toast';
    const p = document.createElement('span');
    p.textContent = text;
    el.append(p);
    if (undoUrl) {
      const b = document.createElement('button');
      b.type = 'button'; b.className = 'btn btn-sm'; b.textContent = 'Annuler';
      b.addEventListener('click', () => {
        b.disabled = true;
        post(undoUrl, new URLSearchParams({ _csrf: meta('_csrf') })).then(r => {
          if (r.ok) location.reload();
          else if (!expired(r)) p.textContent = 'Il n’est plus possible d’annuler.';
        }).catch(() => { b.disabled = false; p.textContent = 'Le réseau ne répond pas. Réessayez.'; });
      });
      el.append(b);
    }
    toasts().append(el);
    leaveAfter(el, undoUrl ? 10000 : 6000);
  }
  /* ── A number or an address taken to another window; what was copied is said ── */
  document.addEventListener('click', e => {
    const b = e.target.closest('[data-copy]');
    if (!b) return;
    const done = () => toast(b.dataset.copied || 'Copié.'), refused = () => toast('La copie a été refusée par le navigateur. Sélectionnez le texte et copiez-le.');
    // a browser gives its clipboard to pages of https alone; the former way remains on a local network
    if (navigator.clipboard) navigator.clipboard.writeText(b.dataset.copy).then(done, refused);
    else if (copyOldWay(b.dataset.copy)) done();
    else refused();
  });
  function copyOldWay(text) {
    const area = document.createElement('textarea'), back = document.activeElement;
    area.value = text; area.setAttribute('readonly', ''); area.className = 'vh';
    document.body.append(area);
    area.select();
    let ok = false;
    try { ok = document.execCommand('copy'); } catch (_) { /* refused */ }
    area.remove();
    if (back && back.focus) back.focus();
    return ok;
  }
  document.addEventListener('toast', e => { const d = e.detail || {}; toast(d.text || d.value || '', d.undo); });

  /* ── Dialogs, palette, menus ── */
  function openDialog(id) {
    const d = document.getElementById(id);
    if (!d || !d.showModal) return false;
    if (!d.open) d.showModal();
    const first = $('[autofocus], input:not([type=hidden]), textarea', d);
    if (first) { first.focus(); if (first.select) first.select(); }
    return true;
  }
  const closeMenus = except => all('details.menu[open]').forEach(m => { if (m !== except) m.open = false; });
  document.addEventListener('click', e => {
    const opener = e.target.closest('[data-open-dialog]');
    if (opener && !e.ctrlKey && !e.metaKey && openDialog(opener.dataset.openDialog)) { e.preventDefault(); closeMenus(); return; }
    const closer = e.target.closest('[data-close]');
    if (closer) { const d = closer.closest('dialog'); if (d) { e.preventDefault(); d.close(); } }
    if (e.target.matches('dialog') && e.target.classList.contains('palette')) e.target.close();
    if (e.target.closest('[data-theme-toggle]')) {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      stored.set('theme', root.dataset.theme);
      labelTheme();
    }
    if (e.target.closest('[data-shortcuts-toggle]')) {
      if (root.dataset.shortcuts === 'off') { delete root.dataset.shortcuts; stored.set('shortcuts', 'on'); toast('Raccourcis clavier activés.'); }
      else { root.dataset.shortcuts = 'off'; stored.set('shortcuts', 'off'); toast('Raccourcis clavier désactivés.'); }
    }
    const insert = e.target.closest('[data-insert]');
    if (insert) {
      typeInto($('[data-fields]'), insert.dataset.insert);
    }
    const mark = e.target.closest('[data-bar] button');
    if (mark) markText(document.getElementById(mark.closest('[data-bar]').dataset.bar), mark.dataset);
    const print = e.target.closest('[data-print]');
    if (print) { e.preventDefault(); window.print(); }
    const off = e.target.closest('[aria-disabled="true"]');
    if (off) e.preventDefault();
    closeMenus(e.target.closest('details.menu'));
  });
  /* ── Questions asked only after some answer ── */
  function askedAfter() {
    all('[data-if]').forEach(box => {
      const chosen = all('[name="' + CSS.escape(box.dataset.if) + '"]:checked').some(f => f.value === box.dataset.ifValue && !f.closest('[data-if][hidden]'));
      box.hidden = !chosen;
    });
  }
  document.addEventListener('DOMContentLoaded', askedAfter);
  document.addEventListener('change', e => { if (e.target.closest('[data-conditions]')) askedAfter(); });
  /* ── Marks of a letter's text: what the bar writes, one could type ── */
  function typeInto(area, text) {
    area.focus();
    // the way that « Annuler » of the browser takes back; the other one where it is not known
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  function markText(area, how) {
    const from = area.selectionStart, to = area.selectionEnd;
    if (how.put) { typeInto(area, document.getElementById(how.put).value); return; }
    if (how.wrap) {
      const m = how.wrap, words = area.value.slice(from, to);
      const on = area.value.slice(from - m.length, from) === m && area.value.slice(to, to + m.length) === m;
      if (on) area.setSelectionRange(from - m.length, to + m.length);
      typeInto(area, on ? words : m + words + m);
      const start = on ? from - m.length : from + m.length;
      area.setSelectionRange(start, start + words.length);
      return;
    }
    // whole lines; asked again, the mark goes
    const start = area.value.lastIndexOf('\n', from - 1) + 1, next = area.value.indexOf('\n', to);
    const end = next < 0 ? area.value.length : next;
    const lines = area.value.slice(start, end).split('\n');
    const on = lines.every(l => !l.trim() || l.startsWith(how.lead));
    const marked = lines.map(l => !l.trim() ? l : on ? l.slice(how.lead.length) : how.lead + l.replace(/^(#{1,2} |- |□ )/, '')).join('\n');
    area.setSelectionRange(start, end);
    typeInto(area, marked);
    area.setSelectionRange(start + marked.length, start + marked.length);
  }
  document.addEventListener('keydown', e => {
    const bar = (e.ctrlKey || e.metaKey) && !e.shiftKey && !e.altKey && e.target.id && $('[data-bar="' + CSS.escape(e.target.id) + '"]');
    const wrap = bar && { b: '**', i: '*' }[e.key.toLowerCase()];
    if (!wrap) return;
    e.preventDefault();
    markText(e.target, { wrap: wrap });
  });
  document.addEventListener('DOMContentLoaded', () => all('[data-bar]').forEach(b => { b.hidden = false; }));

  /* ── A page whose form opens over this one: what is behind stays as it is, typing and all ── */
  let placing = 0;
  function putInPlace(html) {
    const d = $('#en-place'), box = $('[data-place]', d), page = new DOMParser().parseFromString(html, 'text/html');
    const main = $('#contenu', page), form = main && $('form[method=post]', main);
    if (!form) return false;
    const title = $('h1', main);
    if (title) $('#en-place-titre').textContent = title.textContent;
    all('.page-head', main).forEach(h => h.remove());
    // the page behind may have fields of the same names
    all('[id]', main).forEach(el => { el.id = 'ep-' + el.id; });
    for (const name of ['for', 'aria-describedby', 'aria-labelledby', 'list'])
      all('[' + name + ']', main).forEach(el => el.setAttribute(name, el.getAttribute(name).split(' ').map(i => 'ep-' + i).join(' ')));
    all('a[href^="#"]', main).forEach(el => el.setAttribute('href', '#ep-' + el.getAttribute('href').slice(1)));
    box.replaceChildren(...main.childNodes);
    if (!d.open) d.showModal();
    // what is wrong is said with the name of its field: several may lack the same thing
    all('.notice[role=alert] li a[href^="#"]').forEach(a => {
      const field = document.getElementById(a.hash.slice(1)), label = field && (field.labels ? field.labels[0] : $('legend', field));
      const words = label ? Array.from(label.childNodes).filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.textContent).join(' ').trim() : '';
      if (words) a.prepend(words + (/[?!…]$/.test(words) ? ' ' : '\u00a0: '));
    });
    const wrong = $('.has-error input, .has-error select, .has-error textarea', box);
    const first = wrong || $('[autofocus], input:not([type=hidden]):not([type=checkbox]), select, textarea', box);
    if (first) first.focus();
    return true;
  }
  function openInPlace(href) {
    const d = $('#en-place');
    if (!d || !d.showModal || location.pathname === new URL(href, location.href).pathname) return false;
    const turn = ++placing;
    all('dialog.palette[open]').forEach(p => p.close());
    fetch(href, { credentials: 'same-origin', redirect: 'manual', headers: { 'X-Requested-With': 'XMLHttpRequest' } }).then(r => {
      if (expired(r)) { sessionExpired(); return; }
      return r.text().then(html => {
        if (turn !== placing) return;
        if (!r.ok || !putInPlace(html)) { location.href = href; return; }
        all('form[data-draft]', d).forEach(offerDraft);
      });
    }).catch(() => toast('Le réseau ne répond pas. Rien n’est perdu\u00a0; réessayez dans un instant.'));
    return true;
  }
  document.addEventListener('submit', e => {
    const d = e.target.closest('#en-place'), form = e.target;
    if (!d || form.method !== 'post') return;
    e.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = '1';
    clearTimeout(timers.get(form));
    fetch(form.getAttribute('action'), { method: 'POST', credentials: 'same-origin', redirect: 'manual', body: new URLSearchParams(new FormData(form, e.submitter)),
      headers: { 'X-Requested-With': 'XMLHttpRequest', 'X-Maillage-In-Place': '1' } }).then(r => {
      delete form.dataset.sent;
      if (expired(r)) { sessionExpired(); return; }
      return r.text().then(html => {
        const said = r.ok && $('[data-said]', new DOMParser().parseFromString(html, 'text/html'));
        if (said) { delete form.dataset.dirty; $('[data-place]', d).replaceChildren(); d.close(); toast(said.textContent); }
        else if (!putInPlace(html)) toast('Ce geste n’a pas été enregistré. Ce que vous avez tapé est toujours là\u00a0; réessayez.');
      });
    }).catch(() => { delete form.dataset.sent; toast('Le réseau ne répond pas. Rien n’est perdu\u00a0; réessayez dans un instant.'); });
  }, true);
  document.addEventListener('click', e => {
    const link = e.target.closest('a[data-in-place]');
    if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey && openInPlace(link.getAttribute('href'))) { e.preventDefault(); closeMenus(); }
  });

  function labelTheme() { all('[data-theme-label]').forEach(l => { l.textContent = isDark() ? 'Thème clair' : 'Thème sombre'; }); }

  let asking = 0;
  const plain = s => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  document.addEventListener('input', e => {
    const field = e.target.closest('[data-palette-field]');
    if (!field) return;
    const box = $('.palette-results', field.closest('dialog')), words = plain(field.value).split(/\s+/).filter(Boolean);
    all('[data-static] a', box).forEach(a => { a.hidden = !words.every(w => plain(a.textContent).includes(w)); });
    all('[data-static]', box).forEach(s => { s.hidden = !all('a', s).some(a => !a.hidden); });
    const form = field.form, target = $('[data-results]', box), turn = ++asking;
    if (!form || !form.dataset.search || !target) return;
    setTimeout(() => {
      if (turn !== asking) return;
      if (field.value.trim().length < 2) { target.replaceChildren(); return; }
      // POST: what is typed about a person never goes into an address
      post(form.dataset.search, new URLSearchParams({ q: field.value, _csrf: csrfOf(form) }))
        .then(r => r.ok ? r.text() : null).then(html => { if (html !== null && turn === asking) target.innerHTML = html; }).catch(() => {});
    }, 200);
  });

  /* ── Keyboard ── */
  const typing = el => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName)) && !/^(checkbox|radio|button|submit)$/.test(el.type || '');
  const visible = el => el.getClientRects().length > 0;
  const rowsOf = () => all('[data-list] [data-row]').filter(visible);
  const opener = row => $('[data-open], .stretched, a[href]', row);
  function move(step) {
    const rows = rowsOf();
    if (!rows.length) return;
    const here = rows.findIndex(r => r.contains(document.activeElement));
    const next = rows[here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step))];
    const o = opener(next);
    if (o) { o.focus({ preventScroll: true }); next.scrollIntoView({ block: 'nearest' }); }
  }
  /* a gesture takes its row away: the next one is where the hand was */
  document.addEventListener('submit', e => {
    const row = e.target.closest('[data-list] [data-row]');
    if (row && !/[0-9a-f]{8}-/.test(location.pathname)) try { sessionStorage.setItem('row', JSON.stringify({ path: location.pathname, at: rowsOf().indexOf(row), when: Date.now() })); } catch (_) { /* full or forbidden */ }
  });
  function backToRow() {
    let left = null;
    try { left = JSON.parse(sessionStorage.getItem('row')); sessionStorage.removeItem('row'); } catch (_) { /* forbidden */ }
    const rows = left && left.path === location.pathname && Date.now() - left.when < 60000 ? rowsOf() : [];
    const row = rows[Math.min(left ? left.at : 0, rows.length - 1)], o = row && opener(row);
    if (o) { o.focus({ preventScroll: true }); row.scrollIntoView({ block: 'center' }); } // clear of what is said at the foot
  }
  function press(el) {
    if (el.tagName === 'SUMMARY') {
      const menu = el.parentElement;
      menu.open = !menu.open;
      // a panel to read keeps the focus: its first link calls the 15
      const first = menu.open && !menu.matches('.crisis') && $('a, button', $('.menu-panel', menu));
      (first || el).focus();
    } else { el.click(); }
  }
  /* about the person whose file is open, if one is */
  function noteCall() {
    const person = $('[data-person]');
    return openInPlace('/contacts/nouveau' + (person ? '?dossier=' + person.dataset.person : ''));
  }
  document.addEventListener('keydown', e => {
    const active = document.activeElement, dialog = $('dialog[open]');
    const saved = (e.ctrlKey || e.metaKey) && e.key === 'Enter'
      && (dialog ? dialog.id === 'en-place' && $('form[method=post]', dialog) : active && active.closest('form[data-draft]'));
    if (saved) { e.preventDefault(); saved.requestSubmit(); return; }
    if ((e.ctrlKey || e.metaKey) && !e.altKey && e.key.toLowerCase() === 'k') {
      if (openDialog('palette')) e.preventDefault();
      return;
    }
    const palette = active && active.closest('dialog.palette');
    const menu = active && active.closest('details.menu[open]');
    if ((palette || menu) && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      const items = all(palette ? '.palette-results a, .palette-results button' : '.menu-panel a, .menu-panel button', palette || menu).filter(visible);
      const i = items.indexOf(active) + (e.key === 'ArrowDown' ? 1 : -1);
      if (palette && i < 0) $('[data-palette-field]', palette).focus();
      else if (items.length) items[(i + items.length) % items.length].focus();
      e.preventDefault();
      return;
    }
    // one Escape closes: the browser's own first Escape would only empty the search field
    if (palette && e.key === 'Escape') { e.preventDefault(); palette.close(); return; }
    if (palette && e.key === 'Enter' && active.matches('[data-palette-field]')) {
      const first = all('.palette-results a, .palette-results button', palette).filter(visible)[0];
      if (first) { e.preventDefault(); first.click(); }
      return;
    }
    if (e.key === 'Escape' && !dialog) {
      const open = $('details.menu[open]');
      if (open) { open.open = false; $('summary', open).focus(); }
      return;
    }
    // from the one box into its answers and back, without leaving the keyboard
    const found = active && active.closest('[data-into-list], .found');
    if (found && !dialog && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
      const rows = rowsOf(), at = rows.findIndex(r => r.contains(active));
      if (e.key === 'ArrowUp' && at <= 0) { const f = $('[data-into-list]'); if (f) f.focus(); } else move(e.key === 'ArrowDown' ? 1 : -1);
      e.preventDefault();
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || dialog || typing(active) || root.dataset.shortcuts === 'off') return;
    const key = e.key.toLowerCase();
    if (key === 'j' || key === 'k') { move(key === 'j' ? 1 : -1); e.preventDefault(); return; }
    if (key === '/') { if (openDialog('palette')) e.preventDefault(); return; }
    if (key.length !== 1 || !/[a-z0-9?]/.test(key)) return;
    const row = active && active.closest('[data-row]');
    const inRow = row && $('[data-key="' + key + '"]', row);
    const onPage = inRow || all('[data-key="' + key + '"]').filter(el => !el.closest('[data-row]') && visible(el))[0];
    if (onPage) { press(onPage); e.preventDefault(); }
    else if (key === 'a' && noteCall()) e.preventDefault();
    else if (key === '?' && openDialog('raccourcis')) e.preventDefault();
  });

  /* ── Files: dropped, weighed before they leave, photographed page after page ── */
  const megabytes = bytes => (bytes / 1048576).toLocaleString('fr-FR', { maximumFractionDigits: 1 }) + ' Mo';
  const dropOf = e => e.target.closest && e.target.closest('[data-drop]');
  document.addEventListener('dragover', e => { const z = dropOf(e); if (z) { e.preventDefault(); z.classList.add('is-over'); } });
  document.addEventListener('dragleave', e => { const z = dropOf(e); if (z && !z.contains(e.relatedTarget)) z.classList.remove('is-over'); });
  document.addEventListener('drop', e => {
    const z = dropOf(e), input = z && $('input[type=file]', z);
    if (!input || !e.dataTransfer || !e.dataTransfer.files.length) return;
    e.preventDefault();
    z.classList.remove('is-over');
    const list = new DataTransfer();
    if (input.multiple) Array.from(input.files).forEach(f => list.items.add(f));
    Array.from(e.dataTransfer.files).slice(0, input.multiple ? undefined : 1).forEach(f => list.items.add(f));
    input.files = list.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  document.addEventListener('change', e => {
    const input = e.target;
    if (input.type !== 'file') return;
    const box = input.closest('[data-largest]'), list = box && $('[data-chosen]', box);
    if (list) {
      list.replaceChildren(...Array.from(input.files).map(f => {
        const li = document.createElement('li'), heavy = f.size > Number(box.dataset.largest);
        li.textContent = f.name + ' · ' + megabytes(f.size) + (f.size === 0 ? '\u00a0: vide, il ne sera pas pris' : heavy ? '\u00a0: plus de ' + box.dataset.largestWords + ', il ne sera pas pris' : '');
        if (heavy || f.size === 0) li.className = 'error';
        return li;
      }));
    }
    const pages = input.closest('[data-pages]');
    if (pages) nextPage(pages);
  });
  /* one empty page is offered after the last photographed */
  function nextPage(pages) {
    const fields = all('[data-page]', pages), last = fields.map(f => $('input', f).files.length > 0).lastIndexOf(true);
    fields.forEach((f, i) => { f.hidden = i > last + 1; });
    if (last === fields.length - 1) {
      const next = fields[last].cloneNode(true), input = $('input', next), n = fields.length + 1;
      input.value = '';
      input.id = 'page-' + n;
      $('label', next).htmlFor = input.id;
      $('label', next).textContent = 'Page ' + n;
      fields[last].after(next);
    }
  }

  /* ── When the page is there ── */
  document.addEventListener('DOMContentLoaded', () => {
    labelTheme();
    all('[data-pages]').forEach(nextPage);
    all('form[data-draft]').forEach(offerDraft);
    all('.toasts .toast').forEach(t => leaveAfter(t, 10000));
    const banner = $('.patient');
    if (banner && 'ResizeObserver' in window) {
      // the height of the sticky banner feeds anchors, sticky table heads and side panels
      const measure = () => root.style.setProperty('--banner-h', (getComputedStyle(banner).display === 'contents' ? 44 : banner.offsetHeight) + 'px');
      new ResizeObserver(measure).observe(banner);
      addEventListener('resize', measure);
      measure();
    }
    // the current tab is always in sight on a phone
    const tab = $('.tabs [aria-current]');
    if (tab) tab.parentElement.scrollLeft = Math.max(0, tab.offsetLeft - 40);
    // what is wrong is said with the name of its field: several may lack the same thing
    all('.notice[role=alert] li a[href^="#"]').forEach(a => {
      const field = document.getElementById(a.hash.slice(1)), label = field && (field.labels ? field.labels[0] : $('legend', field));
      const words = label ? Array.from(label.childNodes).filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.textContent).join(' ').trim() : '';
      if (words) a.prepend(words + (/[?!…]$/.test(words) ? ' ' : '\u00a0: '));
    });
    // the first field that is wrong, as marked or as the list on top names it
    const fields = 'input:not([type=hidden]), select, textarea', named = $('.notice[role=alert] li a[href^="#"]');
    const there = named && document.getElementById(named.hash.slice(1));
    const wrong = $('.has-error input, .has-error select, .has-error textarea') || (there && (there.matches(fields) ? there : $(fields, there)));
    if (wrong) wrong.focus(); else backToRow();
  });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) renewToken(); });

  /* ── Questionnaires: 1 to 9 choose the answer of the question one is in, and lead to the next ── */
  document.addEventListener('keydown', e => {
    const at = e.target;
    if (e.ctrlKey || e.metaKey || e.altKey || !/^[1-9]$/.test(e.key) || !at.matches || !at.matches('.quest-body .choices input')) return;
    const choices = at.closest('.choices');
    const chosen = all('input', choices).filter(visible)[Number(e.key) - 1];
    if (!chosen) return;
    e.preventDefault();
    chosen.focus();
    if (chosen.type === 'checkbox' || !chosen.checked) chosen.click();
    if (chosen.type === 'checkbox') return;
    const fields = all('.quest-body .choices, .quest-body .field').filter(el => visible(el) && !el.closest('details') );
    const next = fields[fields.indexOf(choices) + 1];
    const first = next && ($('input:checked', next) || $('input:not([type=hidden]), select, textarea', next));
    if (first) first.focus();
  });

  window.Maillage = { toast, sessionExpired, say, saveSoon, settled, offerDraft, csrf: () => meta('_csrf') };
}());

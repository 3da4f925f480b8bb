/* Maillage — a home visit without a network. What is kept of the person and what is typed lie encrypted in IndexedDB
   (AES-GCM); the key comes from the server for this visit alone, is never readable by a script again, and is reopened by
   the code the visitor chose (PBKDF2), or by signing in. See docs/adr/0027. */
(function () {
  'use strict';
  const DB = 'maillage-visites', SHELL = '/visites/hors-connexion', ROUNDS = 600000, TRIES = 5, IDLE = 10 * 60 * 1000, BACK = 10 * 60 * 1000,
    PATIENCE = 30000; // a network that answers nothing is no network
  const $ = (s, from) => (from || document).querySelector(s);
  const all = (s, from) => Array.from((from || document).querySelectorAll(s));
  const text = new TextEncoder(), words = new TextDecoder();
  const el = (tag, attributes, ...inside) => {
    const e = document.createElement(tag);
    for (const [k, v] of Object.entries(attributes || {})) if (v === true) e.setAttribute(k, ''); else if (v !== null && v !== false) e.setAttribute(k, v);
    e.append(...inside);
    return e;
  };
  const clock = at => new Date(at).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' });
  const several = (n, one, more) => n + ' ' + (n > 1 ? more : one);

  /* ── The store ── */
  let base = null;
  const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
  async function db() {
    if (base) return base;
    const request = indexedDB.open(DB, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('visites', { keyPath: 'id' });
      request.result.createObjectStore('saisies', { keyPath: 'id' }).createIndex('visite', 'visite');
    };
    base = await done(request);
    // somebody signs out in another tab: let go, and show nothing any more
    base.onversionchange = () => { base.close(); base = null; erased(); };
    return base;
  }
  const put = async (store, value) => done((await db()).transaction(store, 'readwrite').objectStore(store).put(value));
  const drop = async (store, id) => done((await db()).transaction(store, 'readwrite').objectStore(store).delete(id));
  const every = async store => done((await db()).transaction(store).objectStore(store).getAll());
  const entriesOf = async visit => done((await db()).transaction('saisies').objectStore('saisies').index('visite').getAll(visit));
  async function count() {
    const n = (await every('saisies')).length;
    try { if (n) localStorage.setItem('visites', String(n)); else localStorage.removeItem('visites'); } catch (_) { /* private mode */ }
    return n;
  }
  async function forget(visit) {
    for (const entry of await entriesOf(visit)) await drop('saisies', entry.id);
    await drop('visites', visit);
    await count();
  }

  /* ── The key ── */
  const seal = async (key, clear, aad) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, ct: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode(aad) }, key, text.encode(clear)) };
  };
  const unseal = async (key, box, aad) =>
    words.decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: box.iv, additionalData: text.encode(aad) }, key, box.ct));
  async function fromCode(code, salt, rounds, use) {
    const typed = await crypto.subtle.importKey('raw', text.encode(code.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
    return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, typed, { name: 'AES-GCM', length: 256 }, false, [use]);
  }
  const rawOf = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const asKey = raw => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  async function wrap(raw, code, visit) {
    const salt = crypto.getRandomValues(new Uint8Array(16)), iv = crypto.getRandomValues(new Uint8Array(12));
    const key = await fromCode(code, salt, ROUNDS, 'encrypt');
    const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode('cle|' + visit) }, key, raw);
    return { salt, iv, ct, rounds: ROUNDS };
  }
  async function unwrap(box, code, visit) {
    const key = await fromCode(code, box.salt, box.rounds, 'unwrapKey');
    return crypto.subtle.unwrapKey('raw', box.ct, key, { name: 'AES-GCM', iv: box.iv, additionalData: text.encode('cle|' + visit) },
      'AES-GCM', false, ['encrypt', 'decrypt']);
  }

  /* ── The server ── */
  class Away extends Error {}
  class SignedOut extends Error {}
  class NotTheirs extends Error {}
  async function ask(url, options) {
    let answer;
    try {
      answer = await fetch(url, Object.assign({ credentials: 'same-origin', redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }, options,
        { headers: Object.assign({ 'X-Requested-With': 'XMLHttpRequest' }, options && options.headers) }));
    } catch (_) { throw new Away(); }
    if (answer.status === 401 || answer.status === 403 || answer.type === 'opaqueredirect') throw new SignedOut();
    if (answer.status === 404) throw new NotTheirs();
    if (!answer.ok) throw new Away();
    return answer;
  }
  async function post(url, body) {
    const token = (await (await ask('/jeton')).text()).trim();
    const headers = { 'X-CSRF-TOKEN': token };
    if (body) headers['Content-Type'] = 'application/json';
    return ask(url, { method: 'POST', headers, body: body ? JSON.stringify(body) : null });
  }
  const keyOf = async visit => rawOf((await (await post('/visites/' + visit + '/cle')).json()).key);

  /* ── Keeping a visit, from its page ── */
  const weak = code => /^(.)\1*$/.test(code) || '0123456789'.includes(code) || '9876543210'.includes(code);
  async function installed() {
    const registration = await navigator.serviceWorker.register('/visites/service.js', { scope: '/visites/' });
    await navigator.serviceWorker.ready;
    for (let i = 0; i < 100 && !(await caches.match(SHELL)); i++) await new Promise(go => setTimeout(go, 100));
    if (!(await caches.match(SHELL))) throw new Error('not kept');
    return registration;
  }
  function keeping(form) {
    const until = Date.now() + Number(form.dataset.left); // by the clock of this telephone, whatever the server's
    const state = $('#garder-etat');
    const say = (sentence, field) => {
      state.textContent = sentence; state.hidden = false;
      if (field) { field.setAttribute('aria-invalid', 'true'); field.setAttribute('aria-describedby', 'garder-etat'); field.focus(); }
    };
    if (!window.isSecureContext || !window.crypto || !crypto.subtle || !navigator.serviceWorker || !window.indexedDB) {
      say('Ce navigateur ne peut pas garder une visite (il faut une adresse en https et un navigateur récent). Imprimez la fiche.');
      $('button', form).disabled = true;
      return;
    }
    form.addEventListener('submit', async e => {
      e.preventDefault(); e.stopImmediatePropagation();
      const code = form.elements.code, again = form.elements.code2, id = form.dataset.keep;
      if (code.value.length < 6 || weak(code.value)) { say('Choisissez un code plus sûr\u00a0: six caractères au moins, ni suite ni répétition.', code); return; }
      if (code.value !== again.value) { say('Les deux codes ne sont pas les mêmes.', again); return; }
      $('button', form).disabled = true;
      say('La visite est mise sur ce téléphone…');
      try {
        await installed();
        const html = await (await ask('/visites/' + id + '/colis')).text();
        const raw = await keyOf(id), key = await asKey(raw), wrapped = await wrap(raw, code.value, id);
        raw.fill(0);
        await put('visites', { id, until, seen: Date.now(), kept: Date.now(), tries: 0, wrap: wrapped,
                               bundle: await seal(key, html, 'visite|' + id), received: {} });
        if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
        code.value = again.value = '';
        location.href = SHELL;
      } catch (problem) {
        $('button', form).disabled = false;
        say(problem instanceof SignedOut ? 'Votre session a expiré\u00a0: reconnectez-vous, puis recommencez.'
          : problem instanceof NotTheirs ? 'Cette visite n’est plus à vous, ou elle est terminée.'
          : 'La visite n’a pas pu être gardée. Vérifiez le réseau et recommencez\u00a0; sinon, imprimez la fiche.');
      }
    }, true);
  }

  /* ── The page of the visits kept ── */
  const main = $('#hors-connexion'), bar = $('#etat');
  let open = null;   // { visit, key, entries: by key of form, drafts not yet written }
  let sent = null;   // what the bar says once everything was received
  let problem = null;
  let sending = false, signingIn = false;

  async function tell() {
    const n = await count(), off = !navigator.onLine;
    bar.className = 'visit-state ' + (n && problem ? 'is-late' : n || off ? 'is-due' : sent ? 'is-done' : '');
    bar.textContent = problem ? problem + (n ? ' · ' + several(n, 'saisie gardée', 'saisies gardées') + ' sur ce téléphone' : '')
      : off ? 'Hors connexion · ' + (n ? several(n, 'saisie gardée', 'saisies gardées') + ' sur ce téléphone' : 'rien à envoyer')
      : sending ? 'Envoi…'
      : n ? 'Connecté · ' + several(n, 'saisie à envoyer', 'saisies à envoyer')
      : sent || 'Connecté · rien à envoyer';
    if (problem && problem.startsWith('Session') && open) {
      const back = el('a', { class: 'btn btn-sm', href: '/visites/' + open.visit.id }, 'Se reconnecter');
      back.addEventListener('click', () => { signingIn = true; flush(); }); // what was typed stays on this telephone
      bar.append(back);
    }
    else if (open && n && !off && !sending) {
      const button = el('button', { type: 'button', class: 'btn btn-sm btn-primary' }, 'Envoyer');
      button.addEventListener('click', () => send(true));
      bar.append(button);
    }
  }

  function notice(kind, title, ...inside) {
    return el('div', { class: 'notice ' + kind, role: 'alert' }, el('div', {}, el('strong', {}, title), ...inside));
  }
  function erased() {
    open = null;
    if (main) main.replaceChildren(notice('', 'Les visites de ce téléphone ont été effacées.'));
    if (bar) bar.textContent = 'Déconnecté';
  }

  /* Past its hours, or the clock turned back: what shows the person goes, what was typed waits sealed for its author. */
  async function expire() {
    for (const visit of await every('visites')) {
      const now = Date.now(), over = now > visit.until || now < visit.seen - BACK;
      if (over && open && open.visit.id === visit.id) await flush();
      if (over && (visit.bundle || visit.wrap)) {
        if ((await entriesOf(visit.id)).length) { delete visit.bundle; delete visit.wrap; await put('visites', visit); }
        else await forget(visit.id);
        if (open && open.visit.id === visit.id) await lock();
      } else if (!over) { visit.seen = Math.max(now, visit.seen); await put('visites', visit); }
    }
  }

  async function list(message) {
    open = null;
    await expire();
    const visits = await every('visites');
    main.replaceChildren(el('h1', {}, 'Visites sur ce téléphone'));
    if (message) main.append(message);
    if (!visits.length) main.append(el('div', { class: 'empty' }, el('strong', {}, 'Aucune visite n’est gardée sur ce téléphone.'), 'Préparez-la depuis votre agenda ou le dossier de la personne.'));
    for (const visit of visits) {
      const n = (await entriesOf(visit.id)).length;
      const box = el('section', { class: 'card', 'data-kept': visit.id }, el('h2', {}, 'Visite gardée le ' + new Date(visit.kept).toLocaleDateString('fr-FR', { day: 'numeric', month: 'long' }) + ' à ' + clock(visit.kept)));
      if (n) box.append(el('p', {}, several(n, 'saisie gardée', 'saisies gardées') + ', pas encore ' + (n > 1 ? 'envoyées.' : 'envoyée.')));
      const error = el('p', { class: 'error', role: 'alert', id: 'erreur-' + visit.id });
      if (visit.wrap) {
        const input = el('input', { class: 'input', type: 'password', id: 'code-' + visit.id, autocomplete: 'off', required: true, 'aria-describedby': 'erreur-' + visit.id });
        const form = el('form', { class: 'form' }, el('div', { class: 'field' }, el('label', { for: 'code-' + visit.id }, 'Code de cette visite'), input, error),
          el('div', { class: 'form-foot' }, el('button', { class: 'btn btn-primary' }, 'Ouvrir')));
        form.addEventListener('submit', e => { e.preventDefault(); byCode(visit, input, error); });
        box.append(form);
      } else {
        box.append(el('p', {}, visit.bundle ? 'Trop de codes faux\u00a0: ce téléphone ne l’ouvre plus sans vous reconnecter.' : 'Ses heures sont passées\u00a0: ce qui concernait la personne a été effacé. Reconnectez-vous pour retrouver et envoyer vos saisies.'), error);
      }
      const server = el('button', { type: 'button', class: 'btn btn-sm' }, 'Ouvrir avec ma session');
      server.addEventListener('click', () => byServer(visit, error));
      const away = el('button', { type: 'button', class: 'btn btn-sm btn-quiet' }, 'Effacer de ce téléphone');
      away.addEventListener('click', () => erase(visit.id, n));
      box.append(el('p', { class: 'row' }, server, away));
      main.append(box);
    }
    await tell();
  }

  async function byCode(visit, input, error) {
    error.textContent = '';
    let key;
    try { key = await unwrap(visit.wrap, input.value, visit.id); }
    catch (_) {
      visit.tries += 1;
      if (visit.tries >= TRIES) delete visit.wrap;
      await put('visites', visit);
      if (!visit.wrap) { await list(); return; }
      error.textContent = 'Ce n’est pas le code de cette visite. Encore ' + several(TRIES - visit.tries, 'essai', 'essais') + '.';
      input.value = ''; input.focus();
      return;
    }
    visit.tries = 0;
    await put('visites', visit);
    await show(visit, key);
  }
  async function byServer(visit, error) {
    error.textContent = '';
    try {
      const raw = await keyOf(visit.id), key = await asKey(raw);
      raw.fill(0);
      await show(visit, key);
    } catch (p) {
      error.replaceChildren(p instanceof SignedOut ? 'Votre session a expiré. ' : p instanceof NotTheirs
        ? 'Cette visite n’est plus à vous, ou elle est terminée\u00a0: ce qui reste ici ne peut plus être ouvert par le serveur.'
        : 'Le réseau ne répond pas\u00a0: ouvrez avec le code, ou réessayez quand il revient.');
      if (p instanceof SignedOut) error.append(el('a', { href: '/visites/' + visit.id }, 'Se reconnecter'));
    }
  }

  async function show(visit, key) {
    let html = null, damaged = 0;
    try { html = visit.bundle ? await unseal(key, visit.bundle, 'visite|' + visit.id) : await (await ask('/visites/' + visit.id + '/colis')).text(); }
    catch (p) {
      if (visit.bundle) {
        await list(notice('is-late', 'Ce qui est gardé de cette visite a été modifié ou abîmé\u00a0: il ne peut plus être lu.', el('p', {}, 'Rien n’a été envoyé. Effacez cette visite, puis préparez-la à nouveau\u00a0; vos saisies, si elles sont intactes, s’ouvrent avec votre session.')));
        delete visit.bundle;
        await put('visites', visit);
        return;
      }
    }
    open = { visit, key, entries: new Map(), dirty: new Map() };
    for (const box of await entriesOf(visit.id)) {
      try { const entry = JSON.parse(await unseal(key, box, 'saisie|' + visit.id + '|' + box.id)); open.entries.set(entry.key, entry); }
      catch (_) { damaged += 1; }
    }
    main.replaceChildren(el('div', { id: 'a-regler' }));
    if (damaged) main.prepend(notice('is-late', several(damaged, 'saisie a été modifiée ou abîmée', 'saisies ont été modifiées ou abîmées') + '\u00a0: illisible, elle n’est pas envoyée.'));
    const holder = el('div', { id: 'contenu' });
    // our own page, escaped by the server that made it, and authenticated by the key
    if (html) holder.innerHTML = html;
    else holder.append(notice('is-due', 'La fiche n’est plus sur ce téléphone.', el('p', {}, 'Vos saisies peuvent être envoyées, copiées ou imprimées.')));
    main.append(holder, foot());
    all('form.visit-entry', holder).forEach(bind);
    for (const entry of open.entries.values()) if (entry.kind === 'CONTACT') contact(entry);
    await settle();
    idle();
    window.scrollTo(0, 0);
    if (navigator.onLine && open.entries.size) send(false); else await tell();
  }

  function foot() {
    const button = (label, act, kind) => { const b = el('button', { type: 'button', class: 'btn ' + (kind || '') }, label); b.addEventListener('click', act); return b; };
    return el('section', { class: 'block no-print', 'aria-label': 'Fin de la visite' }, el('p', { class: 'row' },
      button('Envoyer et terminer', () => send(true), 'btn-primary'), button('Mes saisies en clair', clear), button('Verrouiller', lock),
      button('Effacer de ce téléphone', async () => erase(open.visit.id, (await entriesOf(open.visit.id)).length), 'btn-danger')), el('div', { id: 'clair' }));
  }

  /* ── Typing ── */
  const fieldsOf = form => {
    const fields = {};
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== '_hidden' && name !== '_sentence') (fields[name] = fields[name] || []).push(value);
    return fields;
  };
  function fill(form, fields) {
    for (const input of form.elements) {
      if (!input.name || input.name === 'version') continue;
      const list = fields[input.name] || [];
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = list.includes(input.value);
      else if (input.type !== 'hidden') input.value = list[0] || '';
      const folded = input.closest('details:not([open])');
      if (folded && list.some(v => v)) folded.open = true;
    }
  }
  function bind(form) {
    form.blank = JSON.stringify(fieldsOf(form));
    const key = form.dataset.key, entry = open.entries.get(key);
    if (entry) fill(form, entry.fields);
    const at = open.visit.received[key];
    if (at && !entry) form.prepend(el('p', { class: 'mark is-done' }, 'Déjà envoyé à ' + clock(at)));
    const changed = e => { if (e.target.name) later(form); rules(form); };
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    form.addEventListener('submit', e => e.preventDefault());
    rules(form);
  }
  function later(form) {
    clearTimeout(open.dirty.get(form));
    open.dirty.set(form, setTimeout(() => write(form), 200));
    idle();
  }
  async function write(form) {
    if (!open) return;
    const now = open, fields = fieldsOf(form), key = form.dataset.key, before = now.entries.get(key);
    clearTimeout(now.dirty.get(form));
    now.dirty.delete(form);
    if (!before && JSON.stringify(fields) === form.blank) return;
    const entry = { id: before ? before.id : crypto.randomUUID(), key, kind: form.dataset.kind, title: form.dataset.title, typedAt: Date.now(), fields };
    now.entries.set(key, entry);
    sent = null;
    await keep(now, entry);
    await settle();
    await tell();
  }
  const keep = async (at, entry) => put('saisies', Object.assign({ id: entry.id, visite: at.visit.id }, await seal(at.key, JSON.stringify(entry), 'saisie|' + at.visit.id + '|' + entry.id)));
  const flush = async () => { if (open) for (const form of Array.from(open.dirty.keys())) await write(form); };

  function contact(entry) {
    const holder = $('[data-contacts]'), shape = $('template[data-contact]');
    if (!holder || !shape) return null;
    const form = shape.content.firstElementChild.cloneNode(true);
    form.dataset.key = entry ? entry.key : 'contact-' + crypto.randomUUID();
    holder.append(form);
    bind(form);
    return form;
  }
  function questionnaire(button) {
    const holder = $('[data-questionnaire]'), id = button.dataset.openQuestionnaire, current = $('form', holder);
    all('[data-open-questionnaire]').forEach(b => b.setAttribute('aria-expanded', String(b === button)));
    if (current) write(current);
    const form = $('template[data-form="' + id + '"]').content.firstElementChild.cloneNode(true);
    holder.replaceChildren(form);
    bind(form);
    $('h3', form).focus();
  }
  document.addEventListener('click', e => {
    if (!open) return;
    if (e.target.closest('[data-add-contact]')) { const form = contact(null); if (form) form.elements.who.focus(); }
    const button = e.target.closest('[data-open-questionnaire]');
    if (button) questionnaire(button);
  });

  /* ── Conditional parts, as the server shows them; a condition on a score shows, since scores are computed at sending ── */
  const idOf = linkId => 'q-' + linkId.replaceAll('.', '-');
  const number = v => /^[+-]?\d+([.,]\d+)?$/.test(v) ? Number(v.replace(',', '.')) : null;
  function rules(form) {
    if (!form.dataset.rules) return;
    const list = JSON.parse(form.dataset.rules), byId = {}, fields = fieldsOf(form), seen = new Map();
    for (const linkId of Object.keys(list)) byId[idOf(linkId)] = list[linkId];
    const at = id => form.querySelector('#' + CSS.escape(id));
    const shown = e => {
      if (!seen.has(e)) {
        seen.set(e, true);
        const rule = byId[e.id], above = e.parentElement.closest('[id^="q-"]');
        seen.set(e, (!above || shown(above)) && (!rule || (rule.any ? rule.when.some(holds) : rule.when.every(holds))));
      }
      return seen.get(e);
    };
    const holds = when => {
      const asked = at(idOf(when.question));
      if (!asked || !form.elements['r.' + when.question]) return true;
      const given = shown(asked) ? (fields['r.' + when.question] || []).filter(v => v !== '') : [];
      const compare = v => { const a = number(v), b = number(when.answer); return a === null || b === null ? (v < when.answer ? -1 : v > when.answer ? 1 : 0) : a - b; };
      switch (when.operator) {
        case 'exists': return (given.length > 0) === (when.answer === 'true');
        case '=': return given.some(v => compare(v) === 0);
        case '!=': return !given.some(v => compare(v) === 0);
        case '>': return given.some(v => compare(v) > 0);
        case '>=': return given.some(v => compare(v) >= 0);
        case '<': return given.some(v => compare(v) < 0);
        case '<=': return given.some(v => compare(v) <= 0);
        default: return true;
      }
    };
    for (const id of Object.keys(byId)) { const e = at(id); if (e) e.hidden = !shown(e); }
  }

  /* ── Sending ── */
  async function send(asked) {
    if (!open || sending) return;
    await flush();
    if (asked) for (const entry of open.entries.values()) delete entry.waiting;
    const now = open, queue = Array.from(now.entries.values()).filter(entry => !entry.answer || asked && entry.answer.state === 'REFUSED');
    problem = null;
    sending = true;
    await tell();
    let taken = 0;
    try {
      for (const entry of queue) {
        const as = JSON.stringify(entry.fields);
        const answer = await (await post('/visites/' + now.visit.id + '/saisies', { id: entry.id, kind: entry.kind, typedAt: entry.typedAt, sentAt: Date.now(), instead: entry.instead || '', fields: entry.fields })).json();
        const current = now.entries.get(entry.key);
        if (answer.state === 'ACCEPTED') {
          taken += 1;
          now.visit.received[entry.key] = Date.now();
          await put('visites', now.visit);
          if (current && JSON.stringify(current.fields) !== as) { // typed on while it left: the rest is an entry of its own
            await drop('saisies', entry.id);
            current.id = crypto.randomUUID();
            await keep(now, current);
          } else { now.entries.delete(entry.key); await drop('saisies', entry.id); received(entry, answer); }
        } else if (current) {
          current.answer = answer;
          delete current.instead;
          await keep(now, current);
        }
      }
    } catch (p) {
      problem = p instanceof SignedOut ? 'Session expirée\u00a0: reconnectez-vous, rien n’est perdu'
        : p instanceof NotTheirs ? 'Vous n’avez plus accès à cette visite\u00a0: copiez ou imprimez vos saisies'
        : navigator.onLine ? 'L’envoi n’a pas abouti, il reprendra' : null;
    }
    sending = false;
    if (open === now) await settle();
    const left = (await entriesOf(now.visit.id)).length;
    if (!left && !problem && Object.keys(now.visit.received).length) {
      sent = 'Envoyé · ' + several(Object.keys(now.visit.received).length, 'saisie reçue', 'saisies reçues') + ' à ' + clock(Date.now());
      if (asked && now.visit.received.issue) await finish(now);
    }
    await tell();
  }
  function received(entry, answer) {
    all('form.visit-entry').filter(form => form.dataset.key === entry.key).forEach(form => {
      const line = el('p', { class: 'mark is-done' }, 'Envoyé. ' + answer.sentence);
      if (entry.kind === 'CONTACT') form.replaceWith(line);
      else {
        all(':scope > .mark.is-done', form).forEach(old => old.remove());
        form.prepend(line);
        form.blank = JSON.stringify(fieldsOf(form));
        if (answer.version !== undefined && form.elements.version) form.elements.version.value = String(answer.version);
      }
    });
  }
  async function finish(at) {
    try { await post('/visites/' + at.visit.id + '/fin?envoyee=1'); } catch (_) { /* the server forgets it by itself */ }
    await forget(at.visit.id);
    await list(notice('', sent + '.', el('p', {}, 'Plus rien de cette visite n’est gardé sur ce téléphone.')));
  }

  /* ── What a rule refused, what a colleague said first ── */
  async function settle() {
    const box = $('#a-regler');
    if (!box || !open) return;
    box.replaceChildren();
    for (const entry of open.entries.values()) {
      const answer = entry.answer;
      if (!answer) continue;
      const inside = [el('p', {}, answer.sentence)];
      const button = (label, act) => { const b = el('button', { type: 'button', class: 'btn btn-sm' }, label); b.addEventListener('click', act); return b; };
      const row = el('p', { class: 'row' });
      if (answer.state === 'CONFLICT') {
        inside.push(el('table', { class: 'table table-cards diff' }, el('thead', {}, el('tr', {}, ...['', 'Déjà enregistré', 'Votre saisie'].map(h => el('th', { scope: 'col' }, h || 'Quoi')))),
          el('tbody', {}, ...answer.sides.map(s => el('tr', {}, el('th', { scope: 'row' }, s.what), el('td', { 'data-label': 'Déjà enregistré' }, s.theirs || '–'), el('td', { 'data-label': 'Votre saisie' }, s.yours || '–'))))));
        row.append(button('Garder ce qui est enregistré', async () => { await drop('saisies', entry.id); open.entries.delete(entry.key); open.visit.received[entry.key] = Date.now(); await put('visites', open.visit); await settle(); await tell(); }));
        if (answer.another) row.append(button('En faire une autre évaluation', () => instead(entry, 'ANOTHER')));
        else row.append(button('Mettre la mienne à la place', () => instead(entry, 'MINE')));
      } else row.append(button('Corriger', () => {
        const opener = entry.kind === 'EVALUATION' && $('[data-open-questionnaire="' + entry.fields.draft + '"]');
        if (opener) questionnaire(opener);
        const form = all('form.visit-entry').find(f => f.dataset.key === entry.key);
        if (form) { form.scrollIntoView(); const first = $('input:not([type=hidden]), textarea, select', form); if (first) first.focus(); }
      }));
      box.append(el('div', { class: 'notice is-late', role: 'alert', 'data-answer': entry.key }, el('div', {}, el('strong', {}, entry.title + (answer.state === 'CONFLICT' ? '\u00a0: à choisir' : '\u00a0: pas encore enregistré')), ...inside, row)));
    }
  }
  async function instead(entry, choice) {
    entry.instead = choice;
    if (choice === 'MINE' && entry.kind === 'EVALUATION') entry.fields.version = [String(entry.answer.version)];
    delete entry.answer;
    await keep(open, entry);
    await settle();
    await send(false);
  }

  /* ── In clear, to copy or to print: nothing typed is ever a prisoner of the telephone ── */
  function saying(form) {
    const lines = [];
    for (const input of form.elements) {
      if (!input.name || input.type === 'hidden' || input.closest('[hidden]')) continue;
      const choice = input.type === 'radio' || input.type === 'checkbox';
      if (choice ? !input.checked || !input.value : !input.value) continue;
      const own = input.closest('label') || input.labels && input.labels[0], group = input.closest('tr') && $('th', input.closest('tr')) || choice && input.closest('fieldset') && $('legend', input.closest('fieldset'));
      const label = e => e ? Array.from(e.childNodes).filter(c => c.nodeType === 3 || c.tagName === 'SPAN').map(c => c.textContent).join(' ').replace(/\s+/g, ' ').trim() : '';
      lines.push(choice ? (group ? label(group) + '\u00a0: ' : '') + label(own) : label(own) + '\u00a0: ' + (input.selectedOptions ? input.selectedOptions[0].textContent : input.value));
    }
    return lines;
  }
  async function clear() {
    await flush();
    const parts = [];
    for (const entry of open.entries.values()) {
      let form = all('form.visit-entry').find(f => f.dataset.key === entry.key);
      if (!form && entry.kind === 'EVALUATION') {
        const shape = $('template[data-form="' + entry.fields.draft + '"]');
        if (shape) { form = shape.content.firstElementChild.cloneNode(true); fill(form, entry.fields); rules(form); }
      }
      const lines = form ? saying(form) : Object.entries(entry.fields).filter(([, v]) => v.some(Boolean)).map(([name, v]) => name + '\u00a0: ' + v.join(', '));
      parts.push([entry.title + ' (saisi le ' + new Date(entry.typedAt).toLocaleString('fr-FR') + ')'].concat(lines).join('\n'));
    }
    const all_ = parts.join('\n\n') || 'Aucune saisie en attente.';
    const copy = el('button', { type: 'button', class: 'btn btn-sm' }, 'Copier'), print = el('button', { type: 'button', class: 'btn btn-sm' }, 'Imprimer');
    copy.addEventListener('click', async () => { try { await navigator.clipboard.writeText(all_); copy.textContent = 'Copié'; } catch (_) { copy.textContent = 'Sélectionnez le texte ci-dessous'; } });
    print.addEventListener('click', () => window.print());
    $('#clair').replaceChildren(el('h2', {}, 'Mes saisies'), el('p', { class: 'row no-print' }, copy, print), el('pre', { class: 'visit-plain', tabindex: '0' }, all_));
    $('#clair').scrollIntoView();
  }

  /* ── Leaving ── */
  async function lock() { await flush(); await list(); }
  async function erase(id, n) {
    if (!window.confirm(n ? several(n, 'saisie n’est pas envoyée', 'saisies ne sont pas envoyées') + '\u00a0: effacer cette visite de ce téléphone les perd. Effacer quand même\u00a0?' : 'Effacer cette visite de ce téléphone\u00a0?')) return;
    try { await post('/visites/' + id + '/fin'); } catch (_) { /* without a network, the server forgets it by itself */ }
    sent = problem = null;
    await forget(id);
    await list(notice('', 'Cette visite est effacée de ce téléphone.'));
  }
  let timer = null;
  function idle() { clearTimeout(timer); timer = setTimeout(() => { if (open) lock(); }, IDLE); }

  if (main) {
    if (!window.isSecureContext || !window.crypto || !crypto.subtle || !window.indexedDB) {
      main.append(notice('is-late', 'Ce navigateur ne peut pas garder de visite.', el('p', {}, 'Imprimez la fiche depuis le rendez-vous ou le dossier.')));
    } else {
      if (navigator.serviceWorker) navigator.serviceWorker.register('/visites/service.js', { scope: '/visites/' }).catch(() => { /* away: the one installed serves */ });
      list();
      // a network that only seemed to be there says nothing when it comes back
      setInterval(async () => { await expire(); if (open && open.entries.size && problem && !problem.startsWith('Session')) await send(false); else await tell(); }, 60000);
      addEventListener('online', async () => { problem = null; if (open && open.entries.size) await send(false); else await tell(); });
      addEventListener('offline', () => { problem = null; tell(); });
      addEventListener('pagehide', flush);
      document.addEventListener('visibilitychange', () => { if (document.hidden) flush(); });
      addEventListener('beforeunload', e => { if (open && !signingIn && (open.dirty.size || open.entries.size)) e.preventDefault(); });
    }
  }
  const form = $('form[data-keep]');
  if (form) keeping(form);
})();

/* The agenda: an appointment is dragged, or moved by the keyboard (m, arrows, Enter, Escape). Both end in the same plain
   form as the page of the appointment, so that the server's answers — a warning, a colleague who was first — are the same.
   Without this file that page does it all. */
(function () {
  'use strict';
  const $ = (s, from) => (from || document).querySelector(s);
  const all = (s, from) => Array.from((from || document).querySelectorAll(s));
  const form = $('#deplacer'), says = $('#deplacer-dit');
  if (!form) return;
  const grid = $('.ag-grid'), SLOT = 15, HEIGHT = 15;
  const from = grid ? Number(grid.dataset.from) : 0;
  const columns = all('[data-col]');
  const minutes = time => { const [h, m] = time.split(':').map(Number); return 60 * h + m; };
  const clock = m => String(Math.floor(m / 60)).padStart(2, '0') + ':' + String(m % 60).padStart(2, '0');
  const say = words => { says.textContent = words; };

  function send(ev, col, time) {
    const field = form.elements, home = ev.closest('[data-col]');
    if (home === col && time === ev.dataset.time) { say('Rien n’a changé.'); return; }
    form.action = '/agenda/' + ev.dataset.event + '/deplacer';
    field.version.value = ev.dataset.version;
    field.day.value = col.dataset.day;
    field.time.value = time;
    // a colleague who only comes too is not replaced by who is moved beside him
    field.member.value = col.dataset.member && ev.dataset.holder && col.dataset.member !== ev.dataset.holder ? col.dataset.member : '';
    form.requestSubmit();
  }

  /* ── By the mouse ── */
  let dragged = null, grabbed = 0;
  document.addEventListener('dragstart', e => {
    const ev = e.target.closest && e.target.closest('[data-event]');
    if (!ev) return;
    dragged = ev;
    grabbed = Math.floor((e.clientY - ev.getBoundingClientRect().top) / HEIGHT);
    e.dataTransfer.effectAllowed = 'move';
    e.dataTransfer.setData('text/plain', ev.dataset.time);
    ev.classList.add('is-moving');
  });
  const slotAt = (col, y) => Math.max(0, Math.floor((y - $('[data-slots]', col).getBoundingClientRect().top) / HEIGHT) - grabbed);
  document.addEventListener('dragover', e => {
    const col = dragged && e.target.closest && e.target.closest('[data-col]');
    all('.is-target').forEach(t => t.classList.toggle('is-target', t === col));
    if (!col) return;
    e.preventDefault();
    col.classList.add('is-target');
  });
  document.addEventListener('drop', e => {
    const col = dragged && e.target.closest && e.target.closest('[data-col]');
    if (!col) return;
    e.preventDefault();
    const time = grid ? clock(Math.min(from + SLOT * slotAt(col, e.clientY), 23 * 60 + 45)) : dragged.dataset.time;
    send(dragged, col, time);
  });
  document.addEventListener('dragend', () => {
    if (dragged) dragged.classList.remove('is-moving');
    all('.is-target').forEach(t => t.classList.remove('is-target'));
    dragged = null;
  });

  /* ── By the keyboard ── */
  let moving = null; // { ev, col, at, home, place }
  const where = () => say(moving.col.dataset.spoken + ', ' + clock(moving.at));
  function show() {
    const list = $('.ag-lane, ul', moving.col) || moving.col.appendChild(document.createElement('ul'));
    if (grid) moving.ev.className = moving.ev.className.replace(/\bat-\d+\b/, 'at-' + Math.floor((moving.at - from) / SLOT));
    if (moving.ev.parentNode !== list) { list.append(moving.ev); $('a', moving.ev).focus(); }
    moving.ev.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    where();
  }
  function stop(back) {
    const m = moving;
    moving = null;
    m.ev.classList.remove('is-moving');
    if (back) { m.ev.className = m.name; m.list.insertBefore(m.ev, m.next); $('a', m.ev).focus(); say('Déplacement abandonné.'); }
  }
  document.addEventListener('keydown', e => {
    const ev = document.activeElement && document.activeElement.closest('[data-event]');
    if (!moving) {
      if (e.key !== 'm' || !ev || e.ctrlKey || e.metaKey || e.altKey) return;
      moving = { ev, col: ev.closest('[data-col]'), at: minutes(ev.dataset.time), name: ev.className, list: ev.parentNode, next: ev.nextSibling, home: ev.closest('[data-col]') };
      ev.classList.add('is-moving');
      say('Déplacement\u00a0: flèches, Entrée pour poser, Échap pour renoncer.');
      e.preventDefault();
      e.stopImmediatePropagation();
      return;
    }
    const i = columns.indexOf(moving.col);
    const across = !grid && columns.length > 7 && $('.ag-table tbody tr td') ? all('.ag-table tbody tr:first-child td').length : 0;
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: grid ? 0 : -across, ArrowDown: grid ? 0 : across }[e.key];
    if (e.key === 'Escape') stop(true);
    else if (e.key === 'Enter') {
      const { ev: one, col, at, home } = moving;
      stop(false);
      if (col === home && clock(at) === one.dataset.time) say('Rien n’a changé.');
      else {
        home.querySelector('.ag-lane, ul').append(one); // the form compares with where it was
        send(one, col, clock(at));
      }
    } else if (step === undefined) { e.stopImmediatePropagation(); return; }
    else {
      if (step) moving.col = columns[i + step] || moving.col;
      else if (grid) moving.at = Math.min(Math.max(from, moving.at + (e.key === 'ArrowUp' ? -SLOT : SLOT)), 23 * 60 + 45);
      show();
    }
    e.preventDefault();
    e.stopImmediatePropagation();
  }, true);
})();

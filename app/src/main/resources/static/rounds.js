/* A visit of a proposal dragged to somebody, another day: the same plain form as its page, without an hour. */
(function () {
  'use strict';
  const form = document.getElementById('glisser');
  if (!form) return;
  const cell = e => e.target.closest && e.target.closest('[data-round]');
  let dragged = null;
  document.addEventListener('dragstart', e => {
    dragged = e.target.closest && e.target.closest('[data-visit][draggable]');
    if (!dragged) return;
    e.dataTransfer.effectAllowed = 'move';
    e.dataTransfer.setData('text/plain', '');
    dragged.classList.add('is-moving');
  });
  document.addEventListener('dragover', e => {
    const to = dragged && cell(e);
    document.querySelectorAll('.is-target').forEach(t => t.classList.toggle('is-target', t === to));
    if (!to) return;
    e.preventDefault();
    to.classList.add('is-target');
  });
  document.addEventListener('drop', e => {
    const to = dragged && cell(e);
    if (!to || to === dragged.closest('[data-round]')) return;
    e.preventDefault();
    form.action = form.dataset.base + '/visites/' + dragged.dataset.visit + '/deplacer';
    form.elements.day.value = to.dataset.day;
    form.elements.to.value = to.dataset.member;
    form.requestSubmit();
  });
  document.addEventListener('dragend', () => {
    if (dragged) dragged.classList.remove('is-moving');
    document.querySelectorAll('.is-target').forEach(t => t.classList.remove('is-target'));
    dragged = null;
  });
})();

/* The map of coverage: communes drawn by Leaflet from what the server computed, without tiles. One commune at a time by the
   keyboard (arrows) or the pointer; its words are said under the map, and the table says the same. */
(function () {
  'use strict';
  const box = document.getElementById('carte');
  const said = document.getElementById('carte-dit');
  if (!box || !window.L) return;
  const json = address => fetch(address, { headers: { Accept: 'application/json' } }).then(r => {
    if (!r.ok) throw new Error(String(r.status));
    return r.json();
  });
  box.textContent = 'La carte se dessine…';
  Promise.all([json(box.dataset.shapes), json(box.dataset.values)]).then(draw, () => {
    box.replaceChildren();
    said.textContent = 'La carte n’a pas pu être lue\u00a0; la table dit la même chose.';
  });

  function draw([shapes, values]) {
    box.replaceChildren();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const cells = [];
    const layer = L.geoJSON(shapes, {
      style: feature => ({
        className: 'cov-cell', weight: .6, fillOpacity: 1,
        fillColor: 'url(#cov-' + (values.communes[feature.id] || ['h'])[0] + ')'
      }),
      onEachFeature: (feature, shape) => cells.push({ code: feature.id, name: feature.properties.name, shape })
    });
    if (!cells.length) return;
    // as high as the region asks for at this width
    const bounds = layer.getBounds(), at = L.CRS.EPSG3857;
    const high = at.latLngToPoint(bounds.getSouthEast(), 8).subtract(at.latLngToPoint(bounds.getNorthWest(), 8));
    box.style.height = Math.round(Math.min(560, Math.max(220, box.clientWidth * high.y / high.x + 16))) + 'px';
    const map = L.map(box, {
      attributionControl: false, zoomControl: false, keyboard: false, scrollWheelZoom: false, zoomSnap: .1,
      dragging: !L.Browser.mobile, zoomAnimation: !still, fadeAnimation: false, renderer: L.svg({ padding: 1 })
    });
    L.control.zoom({ zoomInTitle: 'Agrandir', zoomOutTitle: 'Réduire' }).addTo(map);
    layer.addTo(map);
    const fit = () => map.fitBounds(bounds, { padding: [6, 6], animate: false });
    fit();
    box.querySelector('svg').setAttribute('role', 'group');
    box.querySelector('svg').setAttribute('aria-label', 'Communes\u00a0; les flèches passent de l’une à sa voisine');

    borders();
    const names = values.zones.map(zone => L.tooltip({ permanent: true, direction: 'center', className: 'cov-name', interactive: false })
      .setLatLng([zone.latitude, zone.longitude]).setContent(document.createTextNode(zone.label)).addTo(map));
    apart();
    map.on('zoomend moveend resize', apart);

    const byCode = new Map();
    for (const cell of cells) {
      cell.at = cell.shape.getBounds().getCenter();
      cell.path = cell.shape.getElement();
      cell.words = (values.communes[cell.code] || ['', cell.name])[1];
      cell.path.setAttribute('role', 'img');
      cell.path.setAttribute('aria-label', cell.words);
      cell.path.setAttribute('tabindex', '-1');
      cell.path.dataset.code = cell.code;
      byCode.set(cell.code, cell);
    }
    let current = cells.reduce((a, b) => near(b, layer.getBounds().getCenter()) < near(a, layer.getBounds().getCenter()) ? b : a);
    current.path.setAttribute('tabindex', '0');

    // the names of zones, the largest first: a little above or below when another is there, hidden when there is no room
    function apart() {
      const frame = box.getBoundingClientRect(), taken = [box.querySelector('.leaflet-control-zoom').getBoundingClientRect()];
      const free = r => r.left >= frame.left && r.right <= frame.right && r.top >= frame.top && r.bottom <= frame.bottom
        && !taken.some(t => r.left < t.right && t.left < r.right && r.top < t.bottom && t.top < r.bottom);
      for (const name of names) {
        const label = name.getElement();
        const room = [0, -12, 12, -24, 24].some(up => {
          name.options.offset = L.point(0, up);
          name.update();
          return free(label.getBoundingClientRect());
        });
        label.classList.toggle('is-crowded', !room);
        if (room) taken.push(label.getBoundingClientRect());
      }
    }

    // between two zones: edges that communes of different zones share
    function borders() {
      const edges = new Map(), lines = [];
      for (const feature of shapes.features) {
        if (feature.geometry.type !== 'Polygon') continue;
        const zone = (values.communes[feature.id] || [])[2], ring = feature.geometry.coordinates[0];
        for (let i = 1; i < ring.length; i++) {
          const ends = [ring[i - 1], ring[i]].sort((a, b) => a[0] - b[0] || a[1] - b[1]), key = ends.join(' ');
          const other = edges.get(key);
          if (other === undefined) edges.set(key, zone);
          else if (other !== zone) lines.push(ends.map(p => [p[1], p[0]]));
        }
      }
      L.polyline(lines, { className: 'cov-border', weight: 2, interactive: false }).addTo(map);
    }
    function near(cell, point) { return Math.hypot(cell.at.lat - point.lat, (cell.at.lng - point.lng) * .64); }
    function tell(cell) { said.textContent = cell.words; }
    function go(cell) {
      current.path.setAttribute('tabindex', '-1');
      current = cell;
      cell.path.setAttribute('tabindex', '0');
      cell.shape.bringToFront();
      if (!map.getBounds().contains(cell.at)) map.panTo(cell.at, { animate: !still });
      cell.path.focus({ preventScroll: true });
    }
    // the nearest commune in that direction, those straight ahead first
    function next(dx, dy) {
      let best = null, least = Infinity;
      for (const cell of cells) {
        const x = (cell.at.lng - current.at.lng) * .64, y = cell.at.lat - current.at.lat;
        const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
        if (ahead <= 1e-6 || aside > ahead) continue;
        const cost = ahead + 2 * aside;
        if (cost < least) { least = cost; best = cell; }
      }
      return best;
    }
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const of = e => byCode.get(e.target.dataset && e.target.dataset.code);
    box.addEventListener('keydown', e => {
      if (!of(e)) return;
      if (ways[e.key]) {
        const to = next(...ways[e.key]);
        if (to) go(to);
        e.preventDefault();
      } else if (e.key === 'Enter') location.href = '/couverture/communes/' + current.code + '?' + box.dataset.query;
      else if (e.key === '+' || e.key === '-') { map.setZoomAround(current.at, map.getZoom() + (e.key === '+' ? .5 : -.5)); e.preventDefault(); }
    });
    box.addEventListener('focusin', e => { const cell = of(e); if (cell) tell(cell); });
    box.addEventListener('mouseover', e => { const cell = of(e); if (cell) tell(cell); });
    box.addEventListener('click', e => { const cell = of(e); if (cell) { go(cell); tell(cell); } });
    addEventListener('beforeprint', fit);
  }
})();

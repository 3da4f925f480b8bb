// Writes regions.csv, territories.csv and communes.csv of src/main/resources/territory. The method is told in the README.md there.
//
//   cd tools/territory && npm install --no-save --no-package-lock @etalab/decoupage-administratif@6.0.0
//   node generate.mjs ../../src/main/resources/territory        (or wherever that folder is)

import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const data = name => require(`@etalab/decoupage-administratif/data/${name}.json`)
const target = process.argv[2]
if (!target) throw new Error('say in which folder to write')

const ZONES = [
  // territory code, territory, zone code, zone, label as printed, population and communes as printed
  ['AD', 'Artois-Douaisis', 'AD-BB', 'Béthune-Bruay', 'Béthune / Bruay', '', ''],
  ['AD', 'Artois-Douaisis', 'AD-LH', 'Lens-Hénin', 'Henin', '', ''],
  ['AD', 'Artois-Douaisis', 'AD-DO', 'Douaisis', 'Douai-sis', 251328, 64],
  ['AD', 'Artois-Douaisis', 'AD-AR', 'Arrageois', 'Arra-geois', '', ''],
  ['HC', 'Hainaut-Cambrésis', 'HC-CA', 'Cambrésis', 'Cambré-sis', '', ''],
  ['HC', 'Hainaut-Cambrésis', 'HC-SA', 'Sambre-Avesnois', 'Sambre-Aves-nois', '', ''],
  ['HC', 'Hainaut-Cambrésis', 'HC-VA', 'Valenciennois', 'Valencien-nois', '', ''],
  ['LI', 'Littoral', 'LI-DK', 'Dunkerquois', 'Dunker-quois', '', ''],
  ['LI', 'Littoral', 'LI-CL', 'Calaisis', 'Calaisis', '', ''],
  ['LI', 'Littoral', 'LI-AU', 'Audomarois', 'Audo-marois', '', ''],
  ['LI', 'Littoral', 'LI-BO', 'Boulonnais', 'Boulon-nais', '', ''],
  ['LI', 'Littoral', 'LI-MO', 'Montreuillois', 'Montreuil-lois', '', ''],
  ['MF', 'Métropole-Flandre Intérieure', 'MF-LI', 'Lille', 'Lille', '', ''],
  ['MF', 'Métropole-Flandre Intérieure', 'MF-RT', 'Roubaix-Tourcoing', 'Roubaix Tour-coing', '', ''],
  ['MF', 'Métropole-Flandre Intérieure', 'MF-FI', 'Flandre Intérieure', 'Flandre Intérieu-re', '', '']
]

const BY_ARRONDISSEMENT = {
  591: 'HC-SA', 592: 'HC-CA', 593: 'AD-DO', 594: 'LI-DK', 595: 'MF-LI', 596: 'HC-VA',
  621: 'AD-AR', 622: 'AD-BB', 623: 'LI-BO', 624: 'LI-MO', 625: 'LI-AU', 626: 'LI-CL', 627: 'AD-LH'
}

// arrondissement of Dunkerque: what belongs to the inland intercommunalities (Hazebrouck, Bailleul, Cassel, Steenvoorde; Merville, Estaires)
const INLAND_FLANDERS = new Set(['200040947', '245900758']) // CA Cœur de Flandre, CC Flandre Lys

// arrondissement of Lille: the urban communes around Roubaix and Tourcoing
const ROUBAIX_TOURCOING = new Set([
  'Bondues', 'Bousbecque', 'Croix', 'Forest-sur-Marque', 'Halluin', 'Hem', 'Lannoy', 'Leers', 'Linselles', 'Lys-lez-Lannoy',
  'Mouvaux', 'Neuville-en-Ferrain', 'Roncq', 'Roubaix', 'Sailly-lez-Lannoy', 'Toufflers', 'Tourcoing', 'Wasquehal', 'Wattrelos', 'Willems'
])

const csv = (file, rows) => writeFileSync(join(target, file), rows.map(r => r.map(cell).join(',')).join('\n') + '\n')
const cell = value => /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value

const inland = new Set(data('epci').filter(e => INLAND_FLANDERS.has(e.code)).flatMap(e => e.membres.map(m => m.code)))
function zone (commune) {
  if (commune.arrondissement === '594' && inland.has(commune.code)) return 'MF-FI'
  if (commune.arrondissement === '595' && ROUBAIX_TOURCOING.has(commune.nom)) return 'MF-RT'
  return BY_ARRONDISSEMENT[commune.arrondissement]
}

const outlines = new Map(readFileSync(new URL('centroids-2018.csv', import.meta.url), 'utf8').trim().split('\n').slice(1)
  .map(line => line.split(','))
  .map(([code, , latitude, longitude, area]) => [code, { latitude: +latitude, longitude: +longitude, area: +area }]))

// a commune merged since 2018 has the outlines of those it was made of: mean of their centroids, weighted by area
function centroid (commune) {
  const parts = [commune.code, ...(commune.anciensCodes ?? [])].map(code => outlines.get(code)).filter(Boolean)
  const area = parts.reduce((sum, p) => sum + p.area, 0)
  if (!area) throw new Error(`no outline for ${commune.code}`)
  const mean = axis => parts.reduce((sum, p) => sum + p[axis] * p.area, 0) / area
  return [mean('latitude').toFixed(5), mean('longitude').toFixed(5)]
}

const arrondissements = new Map(data('arrondissements').map(a => [a.code, a.nom]))
const communes = data('communes').filter(c => c.type === 'commune-actuelle' && ['59', '62'].includes(c.departement))
const found = new Set(communes.map(c => c.nom))
for (const name of ROUBAIX_TOURCOING) if (!found.has(name)) throw new Error(`${name} is not a commune`)

csv('communes.csv', [
  ['code', 'name', 'postcodes', 'population', 'arrondissement_code', 'arrondissement', 'latitude', 'longitude', 'zone_code'],
  ...communes.sort((a, b) => a.code < b.code ? -1 : 1).map(c => [
    c.code, c.nom, c.codesPostaux.join(' '), c.population, c.arrondissement, arrondissements.get(c.arrondissement), ...centroid(c), zone(c)
  ])
])

csv('regions.csv', [
  ['code', 'name', 'kind', 'successor_code'],
  ...data('regions').filter(r => r.zone !== 'com').map(r => [r.code, r.nom, r.zone === 'metro' ? 'metropole' : 'outre-mer', '']),
  ['31', 'Nord-Pas-de-Calais', 'ancienne', '32']
].sort((a, b) => a[0] === 'code' ? -1 : b[0] === 'code' ? 1 : a[0] < b[0] ? -1 : 1))

const SOURCE = 'SROS Nord-Pas-de-Calais, annexe réseaux, §2.6 ; guide DGOS 2012, fiche D2 §1'
csv('territories.csv', [
  ['region_code', 'territory_code', 'territory', 'zone_code', 'zone', 'zone_order', 'zone_label_as_printed', 'population_as_printed', 'communes_as_printed', 'source'],
  ...ZONES.map(([t, territory, z, name, printed, population, count], i) => ['31', t, territory, z, name, i + 1, printed, population, count, SOURCE])
])

// Writes communes_former.csv: codes that communes had before a merger, and the commune of today.
//
//   cd tools/territory && npm install --no-save --no-package-lock @etalab/decoupage-administratif@6.0.0
//   node former.mjs ../../app/src/main/resources/territory

import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const communes = require('@etalab/decoupage-administratif/data/communes.json')
const target = process.argv[2]
if (!target) throw new Error('say in which folder to write')

const rows = communes.filter(c => c.type === 'commune-actuelle')
  .flatMap(c => (c.anciensCodes ?? []).filter(old => old !== c.code).map(old => [old, c.code]))
  .sort((a, b) => a[0] < b[0] ? -1 : 1)
writeFileSync(join(target, 'communes_former.csv'), ['old_code,code', ...rows.map(r => r.join(','))].join('\n') + '\n')

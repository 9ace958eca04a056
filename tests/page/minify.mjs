// Makes `page.min.css` and `page.min.js` from their sources, or checks that they are up to date.
// node minify.mjs TOOLS [update]
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const [tools, mode] = process.argv.slice(2)
const { transformSync } = createRequire(path.resolve(tools, 'package.json'))('esbuild')
const folder = path.join(import.meta.dirname, '../../docgen/src/block/html_page')

for (const loader of ['css', 'js']) {
  const source = readFileSync(path.join(folder, `page.${loader}`), 'utf8')
  const { code } = transformSync(source, { loader, minify: true, target: 'esnext', legalComments: 'none' })
  const made = path.join(folder, `page.min.${loader}`)
  if (mode === 'update') writeFileSync(made, code)
  else if (readFileSync(made, 'utf8') !== code) {
    console.error(`page.min.${loader} is out of date; to update: ERRBOOK=update .ci/page`)
    process.exitCode = 1
  }
}

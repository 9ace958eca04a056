// Opens the pages in Chromium and runs the tests of `browser/`: node browser.mjs TOOLS [TOPIC,TOPIC]
// TOOLS has `node_modules` and the folder `pages`. Each test gets a context of its own; a request or a message in the console fails it.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const tools = path.resolve(process.argv[2])
const require = createRequire(path.join(tools, 'package.json'))
const { chromium } = require('playwright-core')
const pages = path.join(tools, 'pages')

const server = createServer((request, response) => {
  const name = new URL(request.url, 'http://localhost').pathname.slice(1)
  const policy = name == 'orders.html' ? { 'content-security-policy': readFileSync(path.join(pages, 'policy.txt'), 'utf8') } : {}
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...policy })
  response.end(readFileSync(path.join(pages, path.basename(name))))
})
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${server.address().port}/`

const profile = mkdtempSync(path.join(tmpdir(), 'errbook-page-'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--disk-cache-dir=${profile}`],
})

let opened = []
/** Opens `orders.html?q=x#y` in a context of its own; `file` opens it without a server. */
const open = async (address, { width = 1100, height = 900, file, before, ...options } = {}) => {
  const context = await browser.newContext({ viewport: { width, height }, permissions: ['clipboard-read', 'clipboard-write'], ...options })
  const page = await context.newPage(), said = []
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(String(error)))
  page.on('request', request => { if (!request.isNavigationRequest()) said.push(`requests ${request.url()}`) })
  if (before) await page.addInitScript(before)
  const begin = performance.now()
  await page.goto((file ? pathToFileURL(pages) + '/' : origin) + address)
  page.loaded = performance.now() - begin
  opened.push({ context, said })
  return page
}
/** Adds CSS, which the policy would refuse as an element. */
const style = (page, css) => page.evaluate(css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}, css)
/** The codes that are shown. */
const codes = page => page.evaluate(() => Array.from(document.querySelectorAll('article'), article => article.checkVisibility() && !article.closest('.z') ? article.id : '').filter(id => id))
const search = async (page, text) => {
  await page.fill('[type=search]', text)
  return codes(page)
}

let failed = 0
for (const topic of process.argv[3]?.split(',') || ['search', 'address', 'controls', 'texts', 'layout', 'accessible', 'speed']) {
  const { default: tests } = await import(`./browser/${topic}.mjs`)
  for (const [name, test] of Object.entries(tests)) {
    const begin = performance.now()
    opened = []
    try {
      await test({ open, style, codes, search, origin, tools, require })
      for (const { said } of opened) assert.deepEqual(said, [], 'the page made a request or wrote to the console')
      console.log(`ok ${topic}: ${name} (${Math.round(performance.now() - begin)} ms)`)
    } catch (error) {
      failed++
      console.error(`FAILED ${topic}: ${name}\n${error.stack}`)
    }
    for (const { context } of opened) await context.close()
  }
}
await browser.close()
server.close()
rmSync(profile, { recursive: true, force: true })
process.exitCode = failed ? 1 : 0

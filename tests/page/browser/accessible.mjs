// axe-core finds nothing, in both themes, at two widths, in each state of the search.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const STATES = { plain: '', open: 'e', empty: 'zzzz' }

export default {
  async 'axe-core'({ open, style, search, require }) {
    const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'), unsure = {}
    for (const file of ['orders.html', 'small.html']) for (const colorScheme of ['light', 'dark']) for (const width of [320, 1100]) {
      const page = await open(file + (file == 'orders.html' ? '#RATE_LIMITED' : ''), { width, colorScheme })
      // What is skipped would not be looked at, or would be in vain.
      await style(page, 'article { content-visibility: visible !important } [hidden] { display: none !important }')
      await page.evaluate(axe)
      for (const [state, query] of Object.entries(STATES)) {
        await search(page, query)
        if (state == 'plain') await page.click('text=Show examples')
        const { violations, incomplete, passes } = await page.evaluate(tags => window.axe.run(document, { runOnly: tags }), TAGS)
        const brief = rules => rules.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 90) + ' ' + (node.any[0]?.message || '')).slice(0, 3).join('; ')}`)
        assert.deepEqual(brief(violations), [], `${file}, ${colorScheme}, ${width} px, ${state}`)
        assert.ok(passes.length > 20)
        for (const { id, nodes } of incomplete) unsure[id] = (unsure[id] || new Set).add(nodes[0].html.slice(0, 70) + ' | ' + (nodes[0].any[0]?.message || nodes[0].none[0]?.message || '').slice(0, 110))
      }
    }
    for (const [id, nodes] of Object.entries(unsure)) console.log(`  axe-core is unsure of ${id}: ${[...nodes].slice(0, 2).join(' / ')}`)
  },
  async 'what is pressed is large enough'({ open, style }) {
    const page = await open('orders.html#INTERNAL', { width: 320 })
    await style(page, 'article { content-visibility: visible !important }')
    await page.waitForSelector('[aria-label="Copy INTERNAL"]')
    const small = await page.evaluate(() => Array.from(document.querySelectorAll('button, select, .o label, summary, h3 a'), node => {
      const { width, height } = node.getBoundingClientRect()
      return node.checkVisibility() && (width < 24 || height < 24) ? `${node.outerHTML.slice(0, 60)}: ${width} x ${height}` : ''
    }).filter(node => node))
    assert.deepEqual(small, [])
  },
}

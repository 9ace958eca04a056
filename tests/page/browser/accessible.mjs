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
    // That is measured below.
    assert.deepEqual(Object.keys(unsure).filter(id => id != 'color-contrast'), [])
  },
  async 'all text can be told from what is behind it'({ open, style, search }) {
    for (const file of ['orders.html', 'small.html', 'branded.html']) for (const colorScheme of ['light', 'dark']) {
      const page = await open(file, { colorScheme })
      await page.evaluate(() => { location.hash = document.querySelector('article').id })
      await style(page, 'article { content-visibility: visible !important }')
      await page.evaluate(() => document.querySelectorAll('details').forEach(example => { example.open = true }))
      for (const query of ['', 'e']) {
        await search(page, query)
        const [count, faint] = await page.evaluate(() => {
          // sRGB from 0 to 1; nothing for what is transparent.
          const channels = color => {
            const [r, g, b, alpha = 1] = color.match(/[\d.]+/g).map(Number), most = color.startsWith('rgb') ? 255 : 1
            return alpha == 1 ? [r / most, g / most, b / most] : undefined
          }
          // WCAG 2.2, relative luminance.
          const luminance = color => channels(color).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0)
          const behind = node => channels(getComputedStyle(node).backgroundColor) ? getComputedStyle(node).backgroundColor : behind(node.parentElement)
          const texts = Array.from(document.body.querySelectorAll('*')).filter(node => node.checkVisibility() && Array.from(node.childNodes).some(child => child.nodeType == 3 && child.data.trim()))
          const ratio = node => {
            const [light, dark] = [getComputedStyle(node).color, behind(node)].map(luminance).sort((a, b) => b - a)
            return (light + 0.05) / (dark + 0.05)
          }
          return [texts.length, texts.filter(node => ratio(node) < 4.5).map(node => `${node.outerHTML.slice(0, 60)}: ${ratio(node).toFixed(2)}`)]
        })
        assert.ok(count > 60, `${count} texts`)
        assert.deepEqual(faint, [], `${file}, ${colorScheme}, ${query}`)
      }
    }
  },
  async 'what is pressed is large enough'({ open, style }) {
    for (const width of [320, 1100]) {
      const page = await open('orders.html#INTERNAL', { width })
      await style(page, 'article { content-visibility: visible !important }')
      await page.waitForSelector('[aria-label="Copy INTERNAL"]')
      await page.click('#INTERNAL summary')
      const small = await page.evaluate(() => Array.from(document.querySelectorAll('button, select, .o label, summary, h3 a, nav a'), node => {
        const { width, height } = node.getBoundingClientRect()
        return node.checkVisibility() && (width < 24 || height < 24) ? `${node.outerHTML.slice(0, 60)}: ${width} x ${height}` : ''
      }).filter(node => node))
      assert.deepEqual(small, [])
    }
  },
}

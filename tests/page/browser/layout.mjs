// Narrow windows, large text, the sticky bar, print.
import assert from 'node:assert/strict'

const ALL = 'article { content-visibility: visible !important }'
const overflow = page => page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth)

export default {
  async 'nothing scrolls sideways'({ open, style }) {
    for (const file of ['orders.html', 'small.html', 'branded.html']) for (const [width, css] of [
      [320, ''], [768, ''], [1440, ''],
      // WCAG 1.4.4 and 1.4.12.
      [1100, ':root { font-size: 200% }'],
      [320, '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'],
    ]) {
      const page = await open(file, { width })
      await style(page, ALL + css)
      await page.evaluate(() => document.querySelectorAll('details').forEach(example => { example.open = true }))
      assert.ok(await overflow(page) <= 0, `${file} at ${width} px with ${css}: ${await overflow(page)} px`)
    }
  },
  async 'the focus is never under the search'({ open, style }) {
    for (const width of [320, 1100]) for (const key of ['Tab', 'Shift+Tab']) {
      const page = await open('orders.html', { width, height: 500 })
      await style(page, ALL)
      let steps = 0
      for (; steps < 80; steps++) {
        await page.keyboard.press(key)
        const [name, top, bar] = await page.evaluate(() => {
          const focus = document.activeElement, bar = document.querySelector('.q'), rectangle = focus.getBoundingClientRect()
          return [focus == document.body ? '' : focus.outerHTML.slice(0, 80), focus.closest('.q, header, nav, .k') ? 1e6 : rectangle.bottom - 1, bar.getBoundingClientRect().bottom]
        })
        if (!name) break
        assert.ok(top >= bar, `${name} ends at ${top}, the search at ${bar}`)
      }
      assert.ok(steps > 20 && steps < 80, `${steps} steps`)
    }
  },
  async 'print shows every code and every example'({ open, codes }) {
    const page = await open('orders.html', { colorScheme: 'dark' })
    // The outline has the headings of what is printed.
    const pdf = (await page.pdf({ outline: true, tagged: true })).toString('latin1')
    const printed = Array.from(pdf.matchAll(/\/Title \((\w+)\)/g), match => match[1])
    assert.deepEqual(printed.filter(title => title.includes('_') || title == 'INTERNAL' || title == 'OVERLOADED').sort(), (await codes(page)).sort())
    await page.emulateMedia({ media: 'print' })
    const hidden = await page.evaluate(() => Array.from(document.querySelectorAll('article, article pre'), node => node.checkVisibility({ contentVisibilityAuto: true }) && node.getBoundingClientRect().height > 20 ? '' : node.outerHTML.slice(0, 60)).filter(node => node))
    assert.deepEqual(hidden, [])
    for (const control of ['[type=search]', '.o', 'header', '.h', 'nav']) assert.equal(await page.locator(control).first().isVisible(), false, control)
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(255, 255, 255)')
  },
}

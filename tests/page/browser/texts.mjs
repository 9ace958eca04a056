// Hostile texts stay text, and the policy is that of the page.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'

export default {
  async 'nothing of a text runs or becomes an element'({ open }) {
    for (const file of ['small.html', 'branded.html']) {
      const page = await open(file), text = await page.textContent('main')
      assert.equal(await page.title(), 'Shop <API> errors')
      assert.equal(await page.locator('main :is(script, style, img, iframe, input:not([name]), [onerror], [style])').count(), 0)
      for (const said of ['<script>document.title = \'run\'</script>', '</style></script><img src=x onerror="document.title = \'run\'">', ']]>', '\u202ebackwards\u202c', '{{ code }} {% raw %}', '漢字 ערבית', '\ufffd\ufffd[31m']) {
        assert.ok(text.includes(said), said)
      }
      const links = await page.evaluate(() => Array.from(document.links, link => link.protocol))
      assert.deepEqual([...new Set(links)].sort(), ['http:', 'https:'])
    }
  },
  async 'the policy has the hashes of the style and the script'({ open }) {
    for (const file of ['orders.html', 'branded.html']) {
      const page = await open(file), element = name => page.evaluate(name => document.querySelector(name).textContent, name)
      const hash = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
      const policy = await page.getAttribute('meta[http-equiv]', 'content')
      assert.equal(policy, `default-src 'none'; style-src ${hash(await element('style'))}; script-src ${hash(await element('script'))}; base-uri 'none'; form-action 'none'`)
    }
  },
  async 'a brand'({ open }) {
    const page = await open('branded.html')
    assert.equal(await page.textContent('header .b'), 'Orders & more')
    const [accent, direction] = await page.evaluate(() => [getComputedStyle(document.querySelector('summary')).color, getComputedStyle(document.body).direction])
    assert.equal(accent, 'rgb(6, 96, 58)')
    assert.equal(direction, 'rtl')
    const directions = await page.evaluate(() => ['pre', 'dd code', 'h3 a', 'nav li li a'].map(code => getComputedStyle(document.querySelector(code)).direction))
    assert.deepEqual(directions, ['ltr', 'ltr', 'ltr', 'ltr'])
  },
  async 'the errors of each code are there once'({ open, codes }) {
    const page = await open('small.html'), shown = await codes(page)
    assert.equal(new Set(shown).size, shown.length)
    assert.equal(await page.evaluate(() => document.querySelectorAll('[id]').length - new Set(Array.from(document.querySelectorAll('[id]'), node => node.id)).size), 0)
  },
}

// Query, filters and codes in the address; the way back.
import assert from 'node:assert/strict'

const inView = page => page.evaluate(() => {
  const target = document.querySelector('article:target'), top = target?.getBoundingClientRect().top
  const bar = document.querySelector('.q').getBoundingClientRect().bottom
  return target && top >= bar - 1 && top < innerHeight ? target.id : `not in view: ${target?.id} at ${top}`
})

export default {
  async 'a link to a code shows and marks it'({ open }) {
    for (const [file, codes] of [
      ['small.html', ['auth.token/expired', '100%', 'quota%2Fused', '<b>"\'&', 'größe.ungültig', 'constructor', 'GONE-2', 'GONE-3']],
      ['many.html', ['SESSION_UNAVAILABLE_999', 'REFUND_LOCKED_502']],
    ]) for (const code of codes) {
      const page = await open(`${file}#${encodeURIComponent(code)}`)
      await page.waitForTimeout(100)
      assert.equal(await inView(page), code)
      const looks = await page.evaluate(() => ['article:target', 'article:not(:target)'].map(article => getComputedStyle(document.querySelector(article)).boxShadow))
      assert.notEqual(looks[0], looks[1])
    }
  },
  async 'back restores the query'({ open, codes, search }) {
    const page = await open('orders.html')
    await search(page, 'expired')
    await page.waitForURL('**/orders.html?q=expired')
    await page.click('article h3 a')
    await page.waitForURL('**/orders.html?q=expired#TOKEN_EXPIRED')
    await page.check('[name=retired]')
    await page.waitForURL('**/orders.html?q=expired&retired=yes')
    await page.goBack()
    assert.deepEqual(await codes(page), ['TOKEN_EXPIRED', 'TOKEN_INVALID'])
    await page.goBack()
    assert.equal(await page.inputValue('[type=search]'), 'expired')
    await page.goBack()
    assert.equal(await page.inputValue('[type=search]'), '')
    assert.equal((await codes(page)).length, 6)
  },
  async 'a link to a search'({ open, codes }) {
    const page = await open('orders.html?q=token&class=4xx&type=AuthError&unknown=1')
    assert.deepEqual(await codes(page), ['TOKEN_EXPIRED'])
    assert.equal(await page.isChecked('[name=class][value="4xx"]'), true)
  },
  async 'a code that the search does not show is shown by its link'({ open, codes, search }) {
    const page = await open('orders.html?q=wait#INTERNAL')
    assert.equal(await inView(page), 'INTERNAL')
    assert.equal(await page.inputValue('[type=search]'), '')
    assert.deepEqual(await search(page, 'TOKEN_INVALID'), ['TOKEN_INVALID'])
    await page.click('#TOKEN_INVALID p a')
    await page.waitForURL('**/orders.html#TOKEN_EXPIRED')
    assert.equal((await codes(page)).length, 6)
  },
  async 'a file without a server'({ open, search }) {
    const page = await open('orders.html#RATE_LIMITED', { file: true })
    assert.equal(await inView(page), 'RATE_LIMITED')
    assert.deepEqual(await search(page, 'expired'), ['TOKEN_EXPIRED', 'TOKEN_INVALID'])
    await page.waitForTimeout(300)
  },
}

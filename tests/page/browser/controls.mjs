// Keyboard, themes, copy buttons, examples, and the page without JavaScript.
import assert from 'node:assert/strict'

const focused = page => page.evaluate(() => document.activeElement.textContent || document.activeElement.name)
const scheme = page => page.evaluate(() => [document.documentElement.style.colorScheme, getComputedStyle(document.body.parentNode).backgroundColor].join())

export default {
  async 'the keyboard alone'({ open, codes }) {
    const page = await open('orders.html'), { keyboard } = page
    await keyboard.press('Tab')
    assert.equal(await focused(page), 'Skip to errors')
    await keyboard.press('/')
    await keyboard.type('rate')
    assert.deepEqual(await codes(page), ['RATE_LIMITED'])
    await keyboard.press('Enter')
    assert.equal(await focused(page), 'RATE_LIMITED')
    assert.match(page.url(), /\?q=rate#RATE_LIMITED$/)
    await keyboard.press('/')
    await keyboard.press('Escape')
    assert.equal((await codes(page)).length, 6)
    await keyboard.type('a/b')
    assert.equal(await page.inputValue('[type=search]'), 'a/b')
    await keyboard.press('Escape')
    await keyboard.press('Tab')
    await keyboard.press('Space')
    assert.equal(await page.isChecked('[name=class][value="4xx"]'), true)
  },
  async 'a theme is chosen and remembered'({ open }) {
    const page = await open('orders.html', { colorScheme: 'light' })
    assert.equal(await scheme(page), ',rgb(255, 255, 255)')
    await page.selectOption('[aria-label=Theme]', 'dark')
    assert.equal(await scheme(page), 'dark,rgb(14, 17, 23)')
    await page.reload()
    assert.equal(await scheme(page), 'dark,rgb(14, 17, 23)')
    assert.equal(await page.inputValue('[aria-label=Theme]'), 'dark')
    await page.selectOption('[aria-label=Theme]', '')
    await page.reload()
    assert.equal(await scheme(page), ',rgb(255, 255, 255)')
  },
  async 'no storage is needed'({ open }) {
    const before = () => Object.defineProperty(window, 'localStorage', { get() { throw new Error('no storage') } })
    const page = await open('orders.html', { before, colorScheme: 'light' })
    await page.selectOption('[aria-label=Theme]', 'dark')
    assert.equal(await scheme(page), 'dark,rgb(14, 17, 23)')
  },
  async 'codes, links and examples are copied'({ open, origin }) {
    const page = await open('orders.html?q=token#TOKEN_EXPIRED'), copied = () => page.evaluate(() => navigator.clipboard.readText())
    await page.click('[aria-label="Copy TOKEN_EXPIRED"]')
    assert.equal(await copied(), 'TOKEN_EXPIRED')
    assert.equal(await page.textContent('[role=status]'), 'Copied')
    await page.click('[aria-label="Copy the link to TOKEN_EXPIRED"]')
    assert.equal(await copied(), `${origin}orders.html#TOKEN_EXPIRED`)
    await page.click('#TOKEN_EXPIRED summary')
    await page.click('[aria-label="Copy the example of TOKEN_EXPIRED"]')
    assert.equal(JSON.parse(await copied()).code, 'TOKEN_EXPIRED')
    await page.waitForFunction(() => document.querySelector('[role=status]').textContent == '2 errors')
  },
  async 'a browser may refuse to copy'({ open }) {
    const before = () => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')) }
    const page = await open('orders.html', { before })
    await page.click('[aria-label="Copy INVALID_PARAMETER"]')
    await page.waitForFunction(() => document.querySelector('[role=status]').textContent == 'Not copied')
  },
  async 'without HTTPS there is no clipboard'({ open, codes }) {
    const before = () => Object.defineProperty(navigator, 'clipboard', { value: undefined })
    const page = await open('orders.html', { before })
    assert.equal((await codes(page)).length, 6)
    assert.equal(await page.locator('.h').count(), 0)
  },
  async 'the way out of a search without results'({ open, codes, search }) {
    const page = await open('orders.html?class=5xx')
    assert.deepEqual(await search(page, 'zzzz'), [])
    await page.click('text=Show all errors')
    assert.equal((await codes(page)).length, 6)
    assert.equal(new URL(page.url()).search, '')
  },
  async 'the only result is shown with its example'({ open, search }) {
    const page = await open('orders.html')
    await search(page, '{"code":"RATE_LIMITED"}')
    assert.equal(await page.isVisible('#RATE_LIMITED pre'), true)
    await search(page, 'expired')
    assert.equal(await page.isVisible('#TOKEN_EXPIRED pre'), false)
  },
  async 'all examples are shown and hidden'({ open }) {
    const page = await open('orders.html'), opened = () => page.locator('details[open]').count()
    await page.click('text=Show examples')
    assert.equal(await opened(), 4)
    await page.click('text=Hide examples')
    assert.equal(await opened(), 0)
  },
  async 'without JavaScript'({ open }) {
    const page = await open('orders.html#INTERNAL', { javaScriptEnabled: false })
    assert.equal(await page.isVisible('[type=search]'), false)
    assert.equal(await page.isVisible('[aria-label=Theme]'), false)
    for (const code of ['INVALID_PARAMETER', 'RATE_LIMITED', 'INTERNAL', 'TOKEN_EXPIRED', 'TOKEN_INVALID', 'OVERLOADED']) {
      assert.equal(await page.isVisible(`#${code}`), true, code)
    }
    await page.click('#INTERNAL summary')
    assert.equal(await page.isVisible('#INTERNAL pre'), true)
  },
}

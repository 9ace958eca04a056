// What the search finds, and in which order.
import assert from 'node:assert/strict'

export default {
  async 'codes before texts, words are all required'({ open, search }) {
    const page = await open('orders.html')
    assert.deepEqual(await search(page, 'token_expired'), ['TOKEN_EXPIRED', 'TOKEN_INVALID'])
    assert.deepEqual(await search(page, 'Token Invalid'), ['TOKEN_INVALID'])
    assert.deepEqual(await search(page, 'inv'), ['INVALID_PARAMETER', 'TOKEN_INVALID'])
    assert.deepEqual(await search(page, 'limited'), ['RATE_LIMITED'])
    assert.deepEqual(await search(page, 'wait seconds'), ['RATE_LIMITED'])
    assert.deepEqual(await search(page, 'wait token'), [])
    assert.deepEqual(await search(page, '-32602'), ['INVALID_PARAMETER'])
  },
  async 'statuses'({ open, search }) {
    const page = await open('orders.html')
    assert.deepEqual(await search(page, '429'), ['RATE_LIMITED'])
    assert.deepEqual(await search(page, '5xx'), ['INTERNAL', 'OVERLOADED'])
    assert.deepEqual(await search(page, '401 expired'), ['TOKEN_EXPIRED', 'TOKEN_INVALID'])
  },
  async 'pasted replies and addresses'({ open, search }) {
    const page = await open('orders.html')
    for (const pasted of [
      '{"code":"RATE_LIMITED","message":"Too Many Requests","details":{"param":"limit"}}',
      '{"error":{"status":429,"code":"RATE_LIMITED"',
      '{"type":"https://example.com/errors#RATE_LIMITED","status":429}',
      'https://example.com/errors#RATE_LIMITED',
      'https://example.com/docs/errors/rate-limited/',
      'https://example.com/errors?code=RATE_LIMITED&x=1',
    ]) assert.deepEqual(await search(page, pasted), ['RATE_LIMITED'], pasted)
    assert.deepEqual(await search(page, '{"jsonrpc":"2.0","error":{"code":-32602}}'), ['INVALID_PARAMETER'])
    const odd = await open('small.html')
    assert.deepEqual(await search(odd, 'https://example.com/errors#quota%252Fused'), ['quota%2Fused'])
    assert.deepEqual(await search(odd, 'https://example.com/errors#auth.token/expired'), ['auth.token/expired'])
  },
  async 'similar codes where none matches'({ open, search }) {
    const page = await open('orders.html'), status = page.locator('[role=status]')
    assert.deepEqual(await search(page, 'rate_limitted'), ['RATE_LIMITED'])
    assert.equal(await status.textContent(), 'No error matches, these are similar')
    assert.deepEqual(await search(page, 'zzzz'), [])
    assert.equal(await status.textContent(), 'No error matches')
    await search(page, 'expired')
    assert.equal(await status.textContent(), '2 errors')
  },
  async 'filters'({ open, codes }) {
    const page = await open('orders.html')
    await page.check('[name=class][value="5xx"]')
    assert.deepEqual(await codes(page), ['INTERNAL', 'OVERLOADED'])
    await page.check('[name=retired]')
    assert.deepEqual(await codes(page), ['OVERLOADED'])
    await page.uncheck('[name=class][value="5xx"]')
    await page.uncheck('[name=retired]')
    await page.check('[name=retryable]')
    assert.deepEqual(await codes(page), ['RATE_LIMITED'])
    await page.uncheck('[name=retryable]')
    await page.selectOption('[name=type]', 'AuthError')
    assert.deepEqual(await codes(page), ['TOKEN_EXPIRED'])
  },
  async 'everything is back in its place afterwards'({ open, codes, search }) {
    const page = await open('small.html'), before = await codes(page)
    assert.ok(before.length > 8)
    await search(page, 'gone')
    await search(page, 'e')
    assert.deepEqual(await search(page, ''), before)
  },
}

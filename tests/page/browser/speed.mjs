// Ten thousand errors: loading, and a query up to the layout.
import assert from 'node:assert/strict'

export default {
  async 'ten thousand errors'({ open }) {
    let page = await open('many.html')
    // Another program on the machine can only make it slower, here and below.
    for (let round = 1; page.loaded > 4000 && round < 5; round++) page = await open('many.html')
    console.log(`  loaded in ${Math.round(page.loaded)} ms`)
    assert.ok(page.loaded <= 4000, 'it loads in more than 4 s')
    // What the page computes, whatever else the machine does meanwhile.
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const spent = async () => {
      const { metrics } = await session.send('Performance.getMetrics')
      const parts = metrics.filter(({ name }) => /^(Script|RecalcStyle|Layout)Duration$/.test(name))
      return parts.reduce((sum, { value }) => sum + value * 1000, 0)
    }
    const before = await spent()
    await page.focus('[type=search]')
    console.log(`  ${(await spent() - before).toFixed(1)} ms: the index`)
    for (const text of ['o', 'order', 'ORDER_NOT_FOUND_0', '429', '4xx line', 'the payment is declined', 'e', 'invoice_lockd_42', 'https://a.b/errors#REFUND_LOCKED_502', '']) {
      const type = text => page.evaluate(text => {
        const query = document.querySelector('[type=search]')
        query.value = text
        query.dispatchEvent(new Event('input'))
        document.body.offsetHeight
      }, text)
      // The best of two tries counts, and of up to eight where the machine is slow.
      let time = Infinity
      for (let round = 0; time > 50 && round < 8 || round < 2; round++) {
        await type(text ? '' : 'o')
        await page.waitForTimeout(200)
        const begin = await spent()
        await type(text)
        time = Math.min(time, await spent() - begin)
      }
      console.log(`  ${time.toFixed(1)} ms: ${text || 'no query'}`)
      assert.ok(time <= 50, `the query ${text} takes ${time} ms`)
    }
  },
  async 'the first two hundred hits, then all'({ open, search }) {
    const page = await open('many.html')
    await search(page, '503')
    const shown = count => page.waitForFunction(count => document.querySelectorAll('.x article').length == count, count)
    await shown(200)
    assert.equal(await page.textContent('[role=status]'), '1001 errors')
    await page.click('text=Show all 1001')
    await shown(1001)
    assert.equal(await page.isVisible('text=Show all'), false)
  },
}

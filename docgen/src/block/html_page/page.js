// Search, filters, theme and copy buttons. Everything else of the page works without it.
(() => {
const root = document.documentElement, FEW = 8, MOST = 200, SAVED = 'errbook:theme'
const all = (selector, parent = document) => [...parent.querySelectorAll(selector)]

// At once, so that the other theme is never seen.
const theme = value => { root.style.colorScheme = value }
let saved = ''
try { saved = localStorage[SAVED] || saved } catch {}
theme(saved)
root.classList.add('js')

// Buttons are added to errors that come into view: there may be thousands of others. Without HTTPS there is no clipboard.
const dress = article => {
  if (!navigator.clipboard || article.querySelector('.h')) return
  const heading = article.firstChild, code = heading.firstChild.textContent
  const add = (parent, value, what, textContent = 'Copy') => parent?.append(Object.assign(document.createElement('button'), { className: 'h', value, ariaLabel: `Copy ${what}${code}`, textContent }))
  add(heading, 0, '')
  add(heading, 1, 'the link to ', 'Link')
  add(article.querySelector('details'), 2, 'the example of ')
}
const SEEN = 'contentvisibilityautostatechange', ready = new Promise(resolve => document.addEventListener('DOMContentLoaded', resolve))
document.addEventListener(SEEN, async ({ target, skipped }) => {
  await ready
  if (!skipped) dress(target)
}, true)

document.addEventListener('DOMContentLoaded', () => {
const [choice, query, open, count, results, errors] = ['header > select', '.q input', '.o button', '.o span', '.x', '.x + div'].map(selector => document.querySelector(selector))
const [, list, rest] = results.children

// Query and filters, as they are in the address.
const controls = [query, ...all('.o [name]')]
const address = search => new URLSearchParams(search) + ''
const read = () => address(controls.filter(({ type, checked, value }) => type == 'checkbox' ? checked : value).map(({ name, value }) => [name, value]))
const write = search => {
  const wanted = new URLSearchParams(search)
  for (const control of controls) {
    const values = wanted.getAll(control.name)
    if (control.type == 'checkbox') control.checked = values.includes(control.value)
    else control.value = values[0] || ''
  }
}

const decoded = text => { try { return decodeURIComponent(text) } catch { return text } }
let entries
const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
// Read off the text of each error, since to look at its elements costs more: the code, its buttons and the facts are a line each.
const index = () => {
  if (entries) return entries
  const titles = new Map(all('.t').map(title => [title.parentNode, title.textContent.toLowerCase()]))
  return entries = all('article').map(node => {
    const all = node.textContent, [code, , facts] = all.split('\n', 3), [badges] = facts.split(' · '), short = plain(code)
    return {
      node, code, plain: short, type: node.parentNode.dataset.t,
      words: ' ' + code.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).join(' ').toLowerCase(),
      title: facts.toLowerCase() + (titles.get(node) || ''),
      text: all.split('Example reply', 1)[0].toLowerCase() + short,
      number: /Number\s(-?\d+)/.exec(facts)?.[1],
      statuses: badges.match(/\b[45](\d\d|xx)\b/g) || [],
      retryable: badges.includes('Retryable'), retired: badges.startsWith('Retired'),
    }
  })
}

// The errors that a pasted reply or address names.
const named = text => {
  if (!/[{"]|:\/\//.test(text)) return
  const strings = Array.from(text.matchAll(/"((?:[^"\\]|\\.)*)"/g), match => match[1]), isReply = strings[0]
  const candidates = (isReply ? strings : text.split(/\s+/)).flatMap(part => {
    part = decoded(part)
    return [part, ...part.split(/[#?&=]/), ...Array.from(part.matchAll(/[/#?&=]/g), match => part.slice(match.index + 1))]
  })
  const codes = new Set(candidates), plains = new Set(candidates.map(plain)), numbers = new Set(isReply && text.match(/-?\d+/g))
  return [entry => codes.has(entry.code), entry => plains.has(entry.plain), entry => numbers.has(entry.number)].map(is => entries.filter(is)).find(hits => hits[0])
}

// How well an error matches a word: by the words of its code, by the code, the title, any text; `MOST` if it does not.
const matches = word => {
  const short = plain(word)
  return /^[45](\d\d|xx)$/.test(word)
    ? ({ number, statuses }) => number == word || statuses.some(status => status == word || word[0] == status[0] && (word + status).includes('x')) ? 2 : MOST
    : ({ text, words, title, plain }) => {
      const isIn = text.includes(word)
      return isIn && words.includes(' ' + word) ? 2 : short && (isIn || short != word) && plain.includes(short) ? 3 : isIn ? title.includes(word) ? 4 : 5 : MOST
    }
}

// The errors whose codes look most like a text, by pairs of letters.
const similar = (hits, text) => {
  const pairs = Array.from(text, (letter, at) => letter + text[at + 1])
  const scored = hits.map(entry => [pairs.filter(pair => entry.plain.includes(pair)).length / Math.max(entry.plain.length, text.length), entry])
  return scored.filter(([score]) => score > .5).sort((a, b) => b[0] - a[0]).slice(0, 3).map(([, entry]) => entry)
}

// The errors that are asked for, and whether they are only similar; nothing if none is asked for in particular.
const find = () => {
  const wanted = new URLSearchParams(read()), classes = wanted.getAll('class'), text = query.value.trim(), whole = plain(text)
  const [type, retryable, retired] = ['type', 'retryable', 'retired'].map(name => wanted.get(name))
  if (!wanted.size) return []
  const hits = index().filter(entry => (!classes[0] || entry.statuses.some(status => classes.includes(status[0] + 'xx')))
    && (!type || entry.type == type) && (entry.retryable || !retryable) && (entry.retired || !retired))
  const exact = named(text)
  if (!text || exact) return [hits.filter(entry => !exact || exact.includes(entry))]
  const words = text.toLowerCase().split(/\s+/).map(matches), ranks = [[], [], [], [], [], []]
  for (const entry of hits) {
    let rank = whole && entry.plain.startsWith(whole) ? entry.plain == whole ? 0 : 1 : 2
    if (rank > 1) for (const match of words) if ((rank = Math.max(rank, match(entry))) == MOST) break
    ranks[rank]?.push(entry)
  }
  const ranked = ranks.flat()
  return ranked[0] ? [ranked] : [similar(hits, whole), true]
}

// The results are copies, since to move an error costs more. Those below the window follow when nobody types.
let copied = [], later
const place = hits => list.append(...hits.map(({ node }) => {
  const copy = node.cloneNode(true)
  // The anchor is that of the copy for now.
  node.removeAttribute('id')
  copied.push([node, copy])
  return copy
}))
const show = isAll => {
  clearTimeout(later)
  for (const [node, copy] of copied) node.id = copy.id
  copied = []
  list.replaceChildren()
  const [hits, isSimilar] = find(), found = hits?.length, shown = isAll ? found : MOST
  results.hidden = !hits
  errors.className = hits ? 'z' : ''
  if (!hits) errors.hidden = false
    if (hits) {
    place(hits.slice(0, FEW))
    copied.forEach(([, copy]) => dress(copy))
    // What somebody looked up is shown with everything.
    if (found == 1) all('details', list).forEach(example => { example.open = true })
    later = setTimeout(() => { errors.hidden = true; place(hits.slice(FEW, shown)) }, 100)
  }
  rest.hidden = found && !(found > shown)
  rest.textContent = found ? `Show all ${found}` : 'Show all errors'
  count.textContent = isSimilar ? found ? 'No error matches, these are similar' : 'No error matches' : hits ? found == 1 ? '1 error' : found + ' errors' : ''
}

// One entry of the history for a query, however it is typed, and one for each filter.
let typing, timer
const go = (how, url) => { try { history[how]('', '', location.pathname + url) } catch {} }
const save = () => {
  clearTimeout(timer)
  const search = read()
  if (search != address(location.search)) go(typing ? 'replaceState' : 'pushState', search && '?' + search)
  typing = true
}
const settle = () => { save(); typing = false }
// An error that the address names is shown, whatever is searched for.
const reveal = () => {
  const target = document.getElementById(decoded(location.hash.slice(1)))
  if (!target?.closest('.z')) return
  write()
  show()
  go('replaceState', location.hash)
  target.scrollIntoView()
}
query.onfocus = index
query.oninput = () => { show(); clearTimeout(timer); timer = setTimeout(save, 200) }
query.onblur = settle
controls.slice(1).forEach(control => { control.onchange = () => { typing = false; show(); settle() } })
rest.onclick = () => {
  if (copied[0]) return show(true)
  write()
  query.focus()
  show()
  settle()
}
onpopstate = () => {
  clearTimeout(timer)
  typing = false
  if (read() != address(location.search)) {
    write(location.search)
    show()
  }
  reveal()
}

onkeydown = event => {
  const { key, target } = event, isQuery = target == query
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (key == '/' && !isQuery && target.localName != 'select') {
    event.preventDefault()
    query.select()
  }
  if (isQuery && key == 'Escape') {
    query.value = ''
    show()
    settle()
  }
  if (isQuery && key == 'Enter' && copied[0]) {
    settle()
    const link = copied[0][1].querySelector('a')
    link.click()
    link.focus()
  }
}

open.onclick = () => {
  const opens = open.textContent[0] == 'S'
  all('details').forEach(example => { example.open = opens })
  open.textContent = (opens ? 'Hide' : 'Show') + ' examples'
}

onclick = async ({ target }) => {
  const button = target.closest('.h'), link = button?.closest('article').querySelector('a')
  if (!button) return
  const said = count.textContent, label = button.textContent
  try {
    await navigator.clipboard.writeText([link.textContent, link.href.replace(/\?[^#]*/, ''), button.previousSibling.textContent][button.value])
    count.textContent = button.textContent = 'Copied'
  } catch { count.textContent = 'Not copied' }
  setTimeout(() => { button.textContent = label; count.textContent = said }, 1500)
}

choice.value = saved
choice.onchange = () => {
  theme(choice.value)
  try { localStorage[SAVED] = choice.value } catch {}
}

if (!('on' + SEEN in root)) all('article').forEach(dress)
write(location.search)
show()
reveal()
})
})()

// Search, filters, theme and copy buttons. Everything else of the page works without it.
(() => {
const root = document.documentElement, FEW = 8, MOST = 200, SAVED = 'errbook:theme'
const all = (selector, parent = document) => [...parent.querySelectorAll(selector)]
const make = (name, properties) => Object.assign(document.createElement(name), properties)

// At once, so that the other theme is never seen.
const theme = value => { root.style.colorScheme = value }
let saved = ''
try { saved = localStorage[SAVED] || saved } catch {}
theme(saved)
root.classList.add('js')

document.addEventListener('DOMContentLoaded', () => {
const $ = id => document.getElementById('errbook:' + id)
const query = $('q'), results = $('results'), open = $('open'), count = $('count')
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

const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
let entries
const index = () => entries ||= all('article').map(node => {
  const [heading, badges, ...others] = node.children, code = heading.firstChild.textContent, text = part => part.textContent.toLowerCase()
  return {
    node, code, plain: plain(code),
    words: ' ' + code.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).join(' ').toLowerCase(),
    title: text(badges) + ' ' + others.filter(part => part.className == 't').map(text),
    text: others.filter(part => part.localName != 'details').map(text).join(' '),
    number: /Number (-?\d+)/.exec(badges.textContent)?.[1],
    statuses: node.dataset.s.split(' '), retryable: 'r' in node.dataset, retired: 'x' in node.dataset, type: node.parentNode.dataset.t,
  }
})

// The errors that a pasted reply or address names.
const named = text => {
  if (!/[{"]|:\/\//.test(text)) return
  const strings = Array.from(text.matchAll(/"((?:[^"\\]|\\.)*)"/g), match => match[1]), isReply = strings[0]
  const candidates = (isReply ? strings : text.split(/\s+/)).flatMap(part => {
    try { part = decodeURIComponent(part) } catch {}
    return [part, ...part.split(/[#?&=]/), ...Array.from(part.matchAll(/[/#?&=]/g), match => part.slice(match.index + 1))]
  })
  const codes = new Set(candidates), plains = new Set(candidates.map(plain)), numbers = new Set(isReply && text.match(/-?\d+/g))
  return [entry => codes.has(entry.code), entry => plains.has(entry.plain), entry => numbers.has(entry.number)].map(is => entries.filter(is)).find(hits => hits[0])
}

// How well an error matches: by the code, its beginning, its words, the title, any text; `MOST` if a word is missing.
const rank = (entry, whole, words) => entry.plain == whole ? 0 : whole && entry.plain.startsWith(whole) ? 1 : Math.max(...words.map(([word, plain]) =>
  /^[45](\d\d|xx)$/.test(word) ? entry.number == word || entry.statuses.some(status => status == word || word[0] == status[0] && (word + status).includes('x')) ? 2 : MOST
    : entry.words.includes(' ' + word) ? 2
    : plain && entry.plain.includes(plain) ? 3
    : entry.title.includes(word) ? 4
    : entry.text.includes(word) ? 5
    : MOST))

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
  const words = text.toLowerCase().split(/\s+/).map(word => [word, plain(word)]), ranks = [[], [], [], [], [], []]
  for (const entry of hits) ranks[rank(entry, whole, words)]?.push(entry)
  const ranked = ranks.flat()
  return ranked[0] ? [ranked] : [similar(hits, whole), true]
}

// The results are copies, since to move an error costs more. Those below the window follow when nobody types.
let copied = [], later
const place = hits => {
  const copies = hits.map(({ node }) => {
    const copy = node.cloneNode(true)
    // The anchor is that of the copy for now.
    node.removeAttribute('id')
    copied.push([node, copy])
    watch(copy)
    return copy
  })
  list.append(...copies)
}
const show = isAll => {
  clearTimeout(later)
  for (const [node, copy] of copied) node.id = copy.id
  copied = []
  list.replaceChildren()
  list.className = isAll ? '' : 'w'
  const [hits, isSimilar] = find(), found = hits?.length, shown = isAll ? found : MOST
  results.hidden = !hits
  $('errors').hidden = !!hits
  if (hits) {
    place(hits.slice(0, FEW))
    later = setTimeout(() => place(hits.slice(FEW, shown)), 100)
  }
  rest.hidden = !(found > shown)
  rest.textContent = `Show all ${found}`
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
  let id = location.hash.slice(1)
  try { id = decodeURIComponent(id) } catch {}
  const target = document.getElementById(id)
  if (!target?.closest('[hidden]')) return
  write()
  show()
  go('replaceState', location.hash)
  target.scrollIntoView()
}
query.onfocus = index
query.oninput = () => { show(); clearTimeout(timer); timer = setTimeout(save, 200) }
query.onblur = settle
controls.slice(1).forEach(control => { control.onchange = () => { typing = false; show(); settle() } })
rest.onclick = () => show(true)
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

// Buttons are added to errors that come into view: there may be thousands of others. Without HTTPS there is no clipboard.
const COPY = '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5.5 5.5h8v8h-8zM10 5V2.5H2.5V10H5"/></svg>'
const seen = new IntersectionObserver(changes => {
  for (const { target, isIntersecting } of changes) {
    if (!isIntersecting) continue
    seen.unobserve(target)
    if (target.querySelector('.h')) continue
    const heading = target.firstElementChild, code = heading.firstChild.textContent
    const add = (parent, value, what, sign) => parent?.append(make('button', { type: 'button', className: 'h', value, title: 'Copy ' + what + code, innerHTML: sign }))
    add(heading, 0, '', COPY)
    add(heading, 1, 'the link to ', '#')
    add(target.querySelector('details'), 2, 'the example of ', COPY)
  }
}, { rootMargin: '50%' })
const watch = article => { if (navigator.clipboard) seen.observe(article) }
onclick = async ({ target }) => {
  const button = target.closest('.h'), link = button?.closest('article').querySelector('a')
  if (!button) return
  await navigator.clipboard.writeText([link.textContent, link.href.replace(/\?[^#]*/, ''), button.previousSibling.textContent][button.value])
  const said = count.textContent, sign = button.innerHTML
  count.textContent = 'Copied'
  button.textContent = '✓'
  setTimeout(() => { button.innerHTML = sign; count.textContent = said }, 1500)
}
all('article').forEach(watch)

all('[name=theme]').forEach(choice => {
  choice.checked = choice.value == saved
  choice.onchange = () => {
    theme(choice.value)
    try { localStorage[SAVED] = choice.value } catch {}
  }
})

write(location.search)
show()
reveal()
})
})()

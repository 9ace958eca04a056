// Gives each reply to the guards of its module. The only output is how many there were.
const assert = require("node:assert");
const cases = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const others = [null, undefined, true, 7, "NO_ORDER", [], {}, [[]], { code: 7 }, { error: null }, { errors: [] }, () => 0];

for (const { module, body, code } of cases) {
  const types = require(`./${module}.js`);
  const known = Object.keys(types.errors);
  const what = `${module}: ${JSON.stringify(body)}`;
  assert.ok(types.isApiError(body), what);
  assert.strictEqual(types.codeOf(body), code ?? undefined, what);
  assert.strictEqual(types.isKnown(body), code !== null, what);
  for (const other of known) assert.strictEqual(types.is(body, other), other === code, `${what} is ${other}`);
  assert.strictEqual(types.is(body, ...known), code !== null, what);
  assert.strictEqual(types.is(body), false, what);
  for (const other of others) {
    assert.strictEqual(types.isApiError(other), false, `${module}: ${JSON.stringify(other)}`);
    assert.strictEqual(types.codeOf(other), undefined);
  }
}
process.stdout.write(`${cases.length} replies`);

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

function filesIn(folder: string, ends: RegExp) {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => ends.test(path))
    .map((path) => ({ path: `${folder}${path}`, text: readFileSync(new URL(folder + path, root), 'utf8') }));
}

const screen = filesIn('renderer/', /\.tsx?$/);
const catalogues = screen.filter(({ path, text }) => path.startsWith('renderer/text/') && /= catalogue\(/.test(text));
const callers = screen.filter((file) => !catalogues.includes(file));
/** Words and class names are also named by what they come from: a state, a unit, a side of the sheet. */
const naming = [
  ...callers,
  ...['domain', 'contract', 'desktop'].flatMap((room) => filesIn(`electron/${room}/`, /^(?!wording).*\.ts$/)),
]
  .map(({ text }) => text)
  .join('\n');
const literals = new Set(Array.from(naming.matchAll(/['"`]([\w.-]+)['"`]/g), ([, literal]) => literal));
const classes = new Set(callers.flatMap(({ text }) => text.match(/[\w-]+/g) ?? []));
/** What stands before a slot: `column.${id}` begins with `column.`. */
const beginnings = Array.from(naming.matchAll(/([\w.-]+)\$\{/g), ([, beginning]) => beginning ?? '');

function keysOf(text: string): string[] {
  const chinese = text.slice(text.indexOf('catalogue('), text.indexOf('\n  },\n  {'));
  return Array.from(chinese.matchAll(/^ {4}(?:'([^']+)'|(\w+)):/gm), ([, quoted, plain]) => quoted ?? plain ?? '');
}

test('every word of the screen is said somewhere', () => {
  const unsaid = catalogues.flatMap(({ path, text }) =>
    keysOf(text)
      .filter((key) => !literals.has(key))
      .filter((key) => {
        const [beginning, end] = [key.slice(0, key.indexOf('.') + 1), key.slice(key.indexOf('.') + 1)];
        const isComposed = beginning !== '' && beginnings.includes(beginning);
        return !isComposed || !naming.includes(end);
      })
      .map((key) => `${path}: ${key}`),
  );
  expect(catalogues.length).toBeGreaterThan(20);
  expect(unsaid).toEqual([]);
});

test('every class of a style sheet is given to something', () => {
  const given = (name: string) =>
    classes.has(name) ||
    literals.has(name) ||
    beginnings.some((beginning) => /-$|^span$/.test(beginning) && name.startsWith(beginning));
  const unused = filesIn('renderer/', /\.css$/).flatMap(({ path, text }) => {
    const selectors = text.replace(/\/\*.*?\*\//gs, '').replace(/\{[^{}]*\}/g, ' ');
    return Array.from(selectors.matchAll(/\.([a-z][\w-]*)/gi), ([, name]) => name ?? '')
      .filter((name) => !name.startsWith('ant-') && !given(name))
      .map((name) => `${path}: ${name}`);
  });
  expect(unused).toEqual([]);
});

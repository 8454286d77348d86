/** The part of a paper's structure that some of its pages hold: elements with marked content there, and those around them. */

import type { PaperReader } from './paperReader.ts';
import { readTextString } from './pdfText.ts';
import type { Element, ElementKind, ElementOptions, Tags } from './tags.ts';

const KIDS = /\/K ?(\[[^\]]*\]|<<[^>]*>>|\d+(?: 0 R)?)/;
/** Another element, marked content of another page, or of the element's own. */
const KID = /(\d+) 0 R(?!\/MCID)|<<\/Type\/MCR\/Pg (\d+) 0 R\/MCID (\d+)>>|(\d+)/g;

type ReadElement = {
  readonly kind: ElementKind;
  readonly parent: number;
  readonly options: ElementOptions;
  readonly kids: readonly ({ readonly element: number } | { readonly page: number; readonly content: number })[];
};

/** `pages` leads from the pages taken to their numbers in the new file; the answer is the key of each in the new tree. */
export function copyStructure(
  reader: PaperReader,
  catalog: string,
  pages: ReadonlyMap<number, number>,
  tags: Tags,
): readonly number[] {
  const read = openElements(reader);
  const owners = ownersOf(reader, catalog, [...pages.keys()]);
  const taken = new Set<number>();
  for (const owner of owners.flat()) {
    for (let number = owner; !taken.has(number) && read(number); number = read(number)?.parent ?? 0) taken.add(number);
  }
  const numbers = new Map<number, number>();

  function copy(number: number, element: Element): void {
    numbers.set(number, element.number);
    for (const kid of read(number)?.kids ?? []) {
      if ('element' in kid) {
        const child = taken.has(kid.element) ? read(kid.element) : undefined;
        if (child) copy(kid.element, tags.open(child.kind, element, child.options));
      } else {
        const page = pages.get(kid.page);
        if (page !== undefined) tags.own(element, page, kid.content);
      }
    }
    tags.close(element);
  }

  const document = [...taken].find((number) => read(number)?.kind === 'Document');
  if (document !== undefined) copy(document, tags.document);
  return owners.map((page) => tags.endPage(page.map((owner) => numbers.get(owner) ?? tags.document.number)));
}

/** By page: the element that owns each of its marked contents. */
function ownersOf({ object }: PaperReader, catalog: string, pages: readonly number[]): readonly (readonly number[])[] {
  const root = object(firstNumber(/\/StructTreeRoot (\d+)/, catalog)).text;
  const nums = object(firstNumber(/\/ParentTree (\d+)/, root)).text.replace(/^.*\[|\].*$/gs, '');
  const lists = new Map([...nums.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, list]) => [Number(key), Number(list)]));
  return pages.map((page) => {
    const list = lists.get(firstNumber(/\/StructParents (\d+)/, object(page).text));
    return list === undefined ? [] : [...object(list).text.matchAll(/(\d+) 0 R/g)].map(([, owner]) => Number(owner));
  });
}

function firstNumber(pattern: RegExp, text: string): number {
  return Number(pattern.exec(text)?.[1] ?? Number.NaN);
}

function openElements({ object }: PaperReader): (number: number) => ReadElement | undefined {
  const known = new Map<number, ReadElement | undefined>();
  return (number) => {
    if (known.has(number)) return known.get(number);
    const { text } = object(number);
    const kind = /\/S\/(\w+)/.exec(text)?.[1] as ElementKind | undefined;
    const element = kind && {
      kind,
      parent: firstNumber(/\/P (\d+)/, text),
      options: optionsOf(object, text),
      kids: kidsOf(text),
    };
    known.set(number, element);
    return element;
  };
}

function kidsOf(text: string): ReadElement['kids'] {
  const own = firstNumber(/\/Pg (\d+) 0 R/, text.replace(KIDS, ''));
  return [...(KIDS.exec(text)?.[1] ?? '').matchAll(KID)].map(([, element, page, elsewhere, content]) => {
    if (element !== undefined) return { element: Number(element) };
    return elsewhere === undefined
      ? { page: own, content: Number(content) }
      : { page: Number(page), content: Number(elsewhere) };
  });
}

function optionsOf(object: PaperReader['object'], text: string): ElementOptions {
  const attributes = /\/A (\d+) 0 R/.exec(text)?.[1];
  const said = attributes === undefined ? '' : object(Number(attributes)).text;
  const columns = /\/ColSpan (\d+)/.exec(said)?.[1];
  const alternative = /\/Alt<([0-9A-Fa-f]*)>/.exec(text)?.[1];
  return {
    isColumnHead: said.includes('/Scope/Column'),
    columns: columns === undefined ? undefined : Number(columns),
    alternative: alternative === undefined ? undefined : readTextString(alternative),
  };
}

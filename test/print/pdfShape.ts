/** Walks the structure of a finished paper and names everything that PDF/A-2b or a reader of its tags would stumble over. */

import { readFileSync } from 'node:fs';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { run, withFile } from './reading.ts';

export type Shape = {
  readonly faults: readonly string[];
  readonly information: Readonly<Record<string, string>>;
  readonly xmp: string;
  /** Kinds of the elements in reading order, such as Document H1 Table THead TR TH. */
  readonly kinds: readonly string[];
  /** Titles of the outline, each with the number of its page, from 0. */
  readonly outline: readonly (readonly [title: string, page: number])[];
  readonly language: string;
};

/** The same objects without packs, whose predictors pdf-lib does not know. */
function plain(bytes: Uint8Array): Uint8Array {
  return withFile(bytes, (path) => {
    run('qpdf', '--object-streams=disable', '--decode-level=none', path, `${path}.plain`);
    return readFileSync(`${path}.plain`);
  });
}

export async function shapeOf(bytes: Uint8Array): Promise<Shape> {
  const pdf = await PDFDocument.load(plain(bytes), { updateMetadata: false, throwOnInvalidObject: true });
  const { context, catalog } = pdf;
  const faults: string[] = [];
  const dictionary = (value: unknown): PDFDict | undefined => {
    const found = value instanceof PDFRef ? context.lookup(value) : value;
    if (found instanceof PDFRawStream) return found.dict;
    return found instanceof PDFDict ? found : undefined;
  };
  const entry = (of: PDFDict | undefined, name: string): unknown => {
    const value = of?.get(PDFName.of(name));
    return value instanceof PDFRef ? context.lookup(value) : value;
  };
  const contentOf = (value: unknown): string => {
    const found = value instanceof PDFRef ? context.lookup(value) : value;
    if (!(found instanceof PDFRawStream)) return '';
    return new TextDecoder('latin1').decode(decodePDFRawStream(found).decode());
  };
  const textOf = (value: unknown): string =>
    value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : String(value ?? '');

  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const found = dictionary(object);
    for (const name of ['SMask', 'Group', 'ca', 'CA', 'BM', 'AA', 'JS', 'EmbeddedFiles', 'F']) {
      if (found?.get(PDFName.of(name)) !== undefined) faults.push(`${ref} has ${name}`);
    }
    if (entry(found, 'Type') === PDFName.of('Font')) faults.push(...fontFaults(found));
  }

  function fontFaults(font: PDFDict | undefined): readonly string[] {
    const name = String(entry(font, 'BaseFont') ?? entry(font, 'Subtype'));
    if (
      entry(font, 'Subtype') === PDFName.of('CIDFontType2') ||
      entry(font, 'Subtype') === PDFName.of('CIDFontType0')
    ) {
      const descriptor = dictionary(entry(font, 'FontDescriptor'));
      const program = descriptor?.get(PDFName.of('FontFile2')) ?? descriptor?.get(PDFName.of('FontFile3'));
      const isSubset = /^\/[A-Z]{6}\+/.test(name) && String(entry(descriptor, 'FontName')) === name;
      return [...(program ? [] : [`${name} is not embedded`]), ...(isSubset ? [] : [`${name} is no subset`])];
    }
    return contentOf(font?.get(PDFName.of('ToUnicode'))).includes('beginbfrange') ? [] : [`${name} lacks ToUnicode`];
  }

  const pages = pdf.getPages();
  const pageNumber = new Map(pages.map((page, index) => [page.ref.toString(), index]));
  /** By page and content number: the element that owns it by its kids. */
  const owners = new Map<string, string>();
  const kinds: string[] = [];
  const root = dictionary(entry(catalog, 'StructTreeRoot'));

  function walk(ref: PDFRef, parent: string): void {
    const element = dictionary(ref);
    kinds.push(String(entry(element, 'S')).slice(1));
    const up = element?.get(PDFName.of('P'));
    if (String(up) !== parent) faults.push(`${ref} has the parent ${up}, not ${parent}`);
    const page = element?.get(PDFName.of('Pg'));
    const kids = entry(element, 'K');
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [element?.get(PDFName.of('K'))]) {
      if (kid instanceof PDFRef) walk(kid, String(ref));
      else if (kid instanceof PDFNumber) owners.set(`${page} ${kid.asNumber()}`, String(ref));
      else if (kid instanceof PDFDict) owners.set(`${kid.get(PDFName.of('Pg'))} ${entry(kid, 'MCID')}`, String(ref));
    }
  }
  const top = root?.get(PDFName.of('K'));
  if (top instanceof PDFRef) walk(top, String(catalog.get(PDFName.of('StructTreeRoot'))));
  else faults.push('no structure');

  const nums = entry(dictionary(entry(root, 'ParentTree')), 'Nums');
  const byKey = new Map<number, PDFArray>();
  if (nums instanceof PDFArray) {
    for (let at = 0; at < nums.size(); at += 2) {
      const list = nums.lookup(at + 1);
      if (list instanceof PDFArray) byKey.set(Number(String(nums.get(at))), list);
    }
  }
  for (const page of pages) {
    const contents = contentOf(page.node.get(PDFName.of('Contents')));
    const marked = markedContents(contents);
    faults.push(...marked.faults.map((fault) => `page ${page.ref}: ${fault}`));
    const parents = byKey.get(Number(String(entry(page.node, 'StructParents'))));
    if (parents?.size() !== marked.contents.length) faults.push(`page ${page.ref}: the tree names other contents`);
    for (const content of marked.contents) {
      const owner = owners.get(`${page.ref} ${content}`);
      if (owner === undefined || String(parents?.get(content)) !== owner)
        faults.push(`${page.ref} ${content} has no owner`);
      owners.delete(`${page.ref} ${content}`);
    }
  }
  for (const place of owners.keys()) faults.push(`the tree owns ${place}, which is nowhere`);

  const [intent] = (entry(catalog, 'OutputIntents') as PDFArray | undefined)?.asArray() ?? [];
  const profile = contentOf(dictionary(intent)?.get(PDFName.of('DestOutputProfile')));
  if (profile.slice(36, 40) !== 'acsp' || profile.slice(12, 20) !== 'mntrRGB ') faults.push('no output intent');
  if (
    !/\/ID\s*\[\s*<[0-9a-f]{32}>\s*<[0-9a-f]{32}>/i.test(
      String(context.trailerInfo.ID ? `/ID ${context.trailerInfo.ID}` : ''),
    )
  )
    faults.push('no identifier');
  if (String(entry(dictionary(entry(catalog, 'MarkInfo')), 'Marked')) !== 'true') faults.push('not marked');

  const outline: (readonly [string, number])[] = [];
  for (
    let item = dictionary(entry(dictionary(entry(catalog, 'Outlines')), 'First'));
    item;
    item = dictionary(entry(item, 'Next'))
  ) {
    const [target] = (entry(item, 'Dest') as PDFArray | undefined)?.asArray() ?? [];
    const page = pageNumber.get(String(target));
    if (page === undefined) faults.push(`the outline leads to ${target}`);
    else outline.push([textOf(entry(item, 'Title')), page]);
  }
  const info = dictionary(context.trailerInfo.Info);
  const information = Object.fromEntries(
    (info?.entries() ?? []).map(([name, value]) => [name.decodeText(), textOf(value)]),
  );
  return {
    faults,
    information,
    xmp: new TextDecoder().decode(streamBytes(entry(catalog, 'Metadata'))),
    kinds,
    outline,
    language: textOf(entry(catalog, 'Lang')),
  };
}

function streamBytes(stream: unknown): Uint8Array {
  return stream instanceof PDFRawStream ? stream.getContents() : new Uint8Array(0);
}

/** Content numbers in order; faults: what is not closed, crosses a text object, or is drawn outside any mark. */
function markedContents(contents: string): {
  readonly contents: readonly number[];
  readonly faults: readonly string[];
} {
  const faults: string[] = [];
  const numbers: number[] = [];
  const open: string[] = [];
  const bare = contents.replace(/\([^()]*\)/g, '()');
  for (const [token, number] of bare.matchAll(
    /\/MCID (\d+)>>BDC|\bBMC\b|\bEMC\b|\bBT\b|\bET\b|\bT[jJ]\b|(?<=\s)[SfB](?=\s)|\bDo\b/g,
  )) {
    const isMark = (each: string) => each !== 'BT';
    if (token.endsWith('BDC')) {
      numbers.push(Number(number));
      if (open.some(isMark)) faults.push('a mark within a mark');
      open.push('BDC');
    } else if (token === 'BMC') {
      if (open.some(isMark)) faults.push('an artifact within a mark');
      open.push('BMC');
    } else if (token === 'BT') open.push('BT');
    else if (token === 'ET' || token === 'EMC') {
      const last = open.pop();
      if ((token === 'ET') !== (last === 'BT')) faults.push(`${token} ends ${last}`);
    } else if (!open.some(isMark)) faults.push(`${token} outside any mark`);
  }
  if (open.length > 0) faults.push(`${open.join(' ')} never ends`);
  if (numbers.some((number, index) => number !== index)) faults.push('numbers out of order');
  return { contents: numbers, faults };
}

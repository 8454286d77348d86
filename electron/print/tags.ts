/**
 * The structure of a paper (tags) by which it is read aloud, searched and reflowed: headings, paragraphs, tables.
 * ISO 32000-1, 14.7 and 14.8. What belongs to no element is an artifact: rules, running heads, page numbers.
 */

import { REFERENCE_COLUMNS } from './objectPack.ts';
import { type PdfFile, ref } from './pdfFile.ts';
import { textString } from './pdfText.ts';

export type ElementKind =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

/** How a cell stands in its table: over one column as its head, or over several. */
export type ElementOptions = {
  readonly isColumnHead?: boolean | undefined;
  readonly columns?: number | undefined;
  /** What a figure shows, in words. */
  readonly alternative?: string | undefined;
};

export type Element = {
  readonly kind: ElementKind;
  readonly number: number;
  readonly parent: Element | undefined;
  readonly options: ElementOptions;
  /** References to children and numbers of marked contents, in reading order. */
  readonly kids: string[];
  /** The page of the first marked content; those on other pages name theirs. */
  page: number | undefined;
};

export type Tags = {
  /** The element that holds all others; everything else has a parent. */
  readonly document: Element;
  readonly open: (kind: ElementKind, parent?: Element, options?: ElementOptions) => Element;
  /** Writes an element that will get no more children. */
  readonly close: (element: Element) => void;
  /** Says that the element owns the marked content of this number on a page. */
  readonly own: (element: Element, page: number, content: number) => void;
  /** Keeps who owns the marked contents of a finished page; the answer is the page's key in the tree. */
  readonly endPage: (owners: readonly number[]) => number;
  /** Number of the finished tree. */
  readonly finish: () => number;
};

export function openTags(file: PdfFile): Tags {
  const root = file.reserve();
  const pages: number[] = [];
  const unclosed = new Set<Element>();
  /** Attributes that many elements share, by their text: said once. */
  const shared = new Map<string, number>();
  const document = made('Document', undefined, {});

  function made(kind: ElementKind, parent: Element | undefined, options: ElementOptions): Element {
    const element = { kind, number: file.reserveLike(kind), parent, options, kids: [], page: undefined };
    parent?.kids.push(ref(element.number));
    unclosed.add(element);
    return element;
  }

  function close(element: Element): void {
    if (!unclosed.delete(element)) return;
    const { kind, kids, page, number, options } = element;
    const [only = ''] = kids;
    const owns = kids.length === 0 ? '' : `/K ${kids.length === 1 ? only : listOf(kids)}`;
    const parent = element.parent?.number ?? root;
    const said = `${options.alternative ? `/Alt${textString(options.alternative)}` : ''}${cellAttributes(options)}`;
    file.likeObject(kind, `<</S/${kind}/P ${ref(parent)}${page ? `/Pg ${ref(page)}` : ''}${said}${owns}>>`, number);
  }

  function cellAttributes({ isColumnHead, columns }: ElementOptions): string {
    const said = `${isColumnHead ? '/Scope/Column' : ''}${columns ? `/ColSpan ${columns}` : ''}`;
    if (!said) return '';
    const known = shared.get(said) ?? file.object(`<</O/Table${said}>>`);
    shared.set(said, known);
    return `/A ${ref(known)}`;
  }

  return {
    document,
    open: (kind, parent = document, options = {}) => made(kind, parent, options),
    close,
    own: (element, page, content) => {
      element.page ??= page;
      const isThere = element.page === page;
      element.kids.push(isThere ? String(content) : `<</Type/MCR/Pg ${ref(page)}/MCID ${content}>>`);
    },
    endPage: (owners) => {
      const page = file.reserveLike('parents');
      file.likeObject('parents', listOf(owners.map(ref)), page);
      return pages.push(page) - 1;
    },
    finish: () => {
      // The youngest first: parents are closed after their children.
      for (const element of [...unclosed].reverse()) close(element);
      const parents = pages.map((page, key) => `${key} ${ref(page)}`).join(' ');
      const tree = file.object(`<</Nums[${parents}]>>`);
      file.object(
        `<</Type/StructTreeRoot/K ${ref(document.number)}/ParentTree ${ref(tree)}/ParentTreeNextKey ${pages.length}>>`,
        root,
      );
      return root;
    },
  };
}

/** Long lists in columns, in which they compress best. */
function listOf(texts: readonly string[]): string {
  return `[${texts.map((text) => text.padStart(REFERENCE_COLUMNS)).join('')}]`;
}

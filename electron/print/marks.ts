/** Marked content of one sheet: which operators belong to which element of the structure, always well nested. */

import type { Operators } from './operators.ts';
import type { Element, ElementKind, ElementOptions, Tags } from './tags.ts';

/** Drawn, but no part of what the paper says. */
export const ARTIFACT = 'artifact';
type Owner = Element | typeof ARTIFACT;

export type Marks = {
  /** Before a text is shown; goes into a text object if there is none, and says whether it began one. */
  readonly beforeText: () => boolean;
  /** Before a line or an area is drawn; leaves the text object. */
  readonly beforeShape: () => void;
  /** Before the state of the whole sheet changes: nothing stays open. */
  readonly end: () => void;
  readonly inside: (owner: Owner, draw: () => void) => void;
  readonly tag: (kind: ElementKind, draw: () => void, options?: ElementOptions) => void;
  /** By content number: the element that owns it. */
  readonly owners: () => readonly number[];
};

export type MarkPlace = { readonly tags: Tags; readonly page: number };

/** Without a place nothing is marked: a stamp is an artifact as a whole where it is put on a sheet. */
export function openMarks({ write }: Operators, place: MarkPlace | undefined): Marks {
  const owners: number[] = [];
  let isText = false;
  let open: Owner | undefined;
  /** Whether the open content began within the text object, and so has to end in it. */
  let isInText = false;
  let current: Owner | undefined;

  function endText(): void {
    if (!isText) return;
    if (open && isInText) endContent();
    write('ET\n');
    isText = false;
  }

  function endContent(): void {
    if (!open) return;
    if (!isInText) endText();
    write('EMC\n');
    open = undefined;
  }

  function begin(owner: Owner): void {
    if (!place || open === owner) return;
    endContent();
    if (owner === ARTIFACT) write('/Artifact BMC\n');
    else {
      const content = owners.push(owner.number) - 1;
      place.tags.own(owner, place.page, content);
      write(`/${owner.kind}<</MCID ${content}>>BDC\n`);
    }
    open = owner;
    isInText = isText;
  }

  function beginText(): boolean {
    if (isText) return false;
    write('BT\n');
    isText = true;
    return true;
  }

  function inside(owner: Owner, draw: () => void): void {
    const outer = current;
    current = owner;
    draw();
    current = outer;
  }

  return {
    beforeText: () => {
      // A text that nobody tagged is a paragraph of its own.
      const loose = current || !place ? undefined : place.tags.open('P');
      const owner = current ?? loose ?? ARTIFACT;
      if (open && open !== owner) endContent();
      const isNew = beginText();
      begin(owner);
      if (loose) place?.tags.close(loose);
      return isNew;
    },
    beforeShape: () => {
      endText();
      begin(typeof current === 'object' && current.kind === 'Figure' ? current : ARTIFACT);
    },
    end: () => {
      endContent();
      endText();
    },
    inside,
    tag: (kind, draw, options) => {
      if (!place || current === ARTIFACT) {
        draw();
        return;
      }
      const element = place.tags.open(kind, current, options);
      inside(element, draw);
      place.tags.close(element);
    },
    owners: () => owners,
  };
}

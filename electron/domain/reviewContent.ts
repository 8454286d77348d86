/** The content that a review signature binds, in the one spelling that is hashed (RFC 8785). domain practice: 内容变更须重新审查. */

import type { DisclosureAttribute } from './attribute.ts';
import type { Day } from './day.ts';

export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

export type Annex = { readonly name: string; readonly sha256?: string | null | undefined };

/** What of a document a signature covers; shelf, copy counts, address on the web and notes stay outside on purpose. */
export type ReviewedDocument = {
  readonly id: string;
  /** Counts every change of a bound field, so that an old text put back is still another content. */
  readonly revision: number;
  readonly docNumber?: string | null | undefined;
  readonly title: string;
  readonly draftingDivisionId?: string | null | undefined;
  readonly attribute?: DisclosureAttribute | null | undefined;
  readonly basis?: string | null | undefined;
  readonly basisLaw?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly annexes: readonly Annex[];
  readonly channel?: string | null | undefined;
  readonly signedOn?: Day | null | undefined;
  readonly writtenOn?: Day | null | undefined;
};

export const BOUND_FIELDS = [
  'docNumber',
  'title',
  'draftingDivisionId',
  'attribute',
  'basis',
  'basisLaw',
  'reason',
  'annexes',
  'channel',
  'signedOn',
  'writtenOn',
] as const satisfies readonly (keyof ReviewedDocument)[];
export type BoundField = (typeof BOUND_FIELDS)[number];

function boundValue(document: ReviewedDocument, field: BoundField): CanonicalValue {
  if (field === 'annexes') return document.annexes.map(({ name, sha256 }) => ({ name, sha256: sha256 ?? null }));
  // An empty field and a missing one are the same content.
  return document[field] || null;
}

export function boundFields(document: ReviewedDocument): { readonly [key: string]: CanonicalValue } {
  return {
    kind: 'disclosure-registry/review/1',
    documentId: document.id,
    revision: document.revision,
    ...Object.fromEntries(BOUND_FIELDS.map((field) => [field, boundValue(document, field)])),
  };
}

/** Bound fields that differ; a document with any gets a new revision, and its review lapses. */
export function changedBoundFields(
  before: ReviewedDocument,
  after: ReviewedDocument,
): readonly { readonly field: BoundField; readonly before: CanonicalValue; readonly after: CanonicalValue }[] {
  return BOUND_FIELDS.map((field) => ({
    field,
    before: boundValue(before, field),
    after: boundValue(after, field),
  })).filter((change) => canonicalJson(change.before) !== canonicalJson(change.after));
}

/** RFC 8785 for strings, safe integers, booleans, null, lists and objects; anything else throws, as it has no one spelling. */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('Only safe integers have a canonical spelling here');
    return JSON.stringify(value);
  }
  if (typeof value !== 'object') throw new TypeError(`No canonical spelling for ${typeof value}`);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // A Date or Map has no members of its own and would silently be written as an empty object.
  if (Object.prototype.toString.call(value) !== '[object Object]')
    throw new TypeError('No canonical spelling for this object');
  // The default order compares UTF-16 code units, which is the order of RFC 8785.
  let members = '';
  for (const key of Object.keys(value).sort()) {
    members += `${members === '' ? '' : ','}${nameOf(key)}:${canonicalJson(value[key] as CanonicalValue)}`;
  }
  return `{${members}}`;
}

/** What JSON may have to write otherwise than it stands, and halves of surrogate pairs, which must not stand alone. */
const NOT_AS_IT_STANDS = /["\\\p{Cc}\p{Cs}]/u;

function quoted(text: string): string {
  // Nearly every text; the two calls below cost several times as much.
  if (!NOT_AS_IT_STANDS.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new TypeError('A lone surrogate has no canonical spelling');
  return JSON.stringify(text);
}

/** Names of members are few and asked for again and again: a registry's trail has millions. */
const names = new Map<string, string>();

function nameOf(key: string): string {
  let name = names.get(key);
  if (name === undefined) {
    name = quoted(key);
    names.set(key, name);
  }
  return name;
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

/** The typefaces of papers: those that ship are read when the first paper is made, then kept; the office's own with each paper. */

import path from 'node:path';
import {
  facesFor,
  isOffice,
  type PaperKind,
  TYPE_ROLES,
  type TypeChoice,
  type TypeRole,
  type TypeScope,
} from '../../domain/typefaces.ts';
import type { FontSet } from '../../print/fonts.ts';
import type { OfficeFace } from '../../print/officeFace.ts';
import type { ReadableDb } from '../../store/open.ts';
import type { Change } from '../../store/trail.ts';
import { type KeptTypeface, lastTypefaceChoice, listTypefaces, typefaceContent } from '../../store/typefaces.ts';
import type { Engine } from '../engine.ts';
import { registryOf } from '../procedure.ts';
import { openFontFile } from './fontFile.ts';

const opened = new Map<string, FontSet>();

/** The print room is loaded with its first paper: the window must not wait for it at every start. */
export async function shippedFonts({ resources: { fonts: folder } }: Pick<Engine, 'resources'>): Promise<FontSet> {
  const known = opened.get(folder);
  if (known) return known;
  const read = (name: string) => () => openFontFile(path.join(folder, `${name}.ttf`));
  const { openFonts } = await import('../../print/fonts.ts');
  const fonts = openFonts({
    song: read('song'),
    songBlack: read('songBlack'),
    hei: read('hei'),
    fallbacks: [read('fallbackTc'), read('fallbackJp')],
  });
  opened.set(folder, fonts);
  return fonts;
}

export type PaperFonts = {
  readonly fonts: FontSet;
  /** The faces of the office's own that the paper is set in, as its entry in the trail names them. */
  readonly faces: readonly Change[];
};

/** What a paper of this kind is set in now. */
export async function fontsFor(engine: Engine, kind: PaperKind): Promise<PaperFonts> {
  const { readable } = registryOf(engine).store;
  return fontsWith(engine, readable, facesFor(kind, choicesIn(readable), usableIn(readable)));
}

type Chosen = Readonly<Partial<Record<TypeRole, string>>>;

/**
 * The office's own are opened anew for each paper, which takes some milliseconds: what a reader of fonts keeps of every
 * glyph is given back with the paper.
 */
export async function fontsWith(engine: Engine, db: ReadableDb, chosen: Chosen): Promise<PaperFonts> {
  const shipped = await shippedFonts(engine);
  const roles = TYPE_ROLES.filter((role) => chosen[role] !== undefined);
  if (roles.length === 0) return { fonts: shipped, faces: [] };
  const { FACE_OF, withOfficeFaces } = await import('../../print/fonts.ts');
  const { openOfficeFace } = await import('../../print/officeFace.ts');
  const rows = listTypefaces(db).filter(({ id }) => roles.some((role) => chosen[role] === id));
  const faces = new Map<string, OfficeFace>(
    rows.map((row) => [row.id, openOfficeFace(typefaceContent(db, row), row.face, row.fileName)]),
  );
  const faceOf = (role: TypeRole) => faces.get(chosen[role] ?? '');
  const office = Object.fromEntries(roles.map((role) => [FACE_OF[role], faceOf(role)]));
  return {
    fonts: withOfficeFaces(shipped, office),
    faces: roles.map((role) => ({ field: `${role}Face`, before: '', after: faceOf(role)?.family ?? '' })),
  };
}

export function choicesIn(db: ReadableDb): (scope: TypeScope) => TypeChoice | undefined {
  return (scope) => lastTypefaceChoice(db, scope);
}

/** Loaded and not withdrawn. */
export function usableIn(db: ReadableDb): (id: string) => boolean {
  let kept: readonly KeptTypeface[] | undefined;
  return (id) => {
    if (!isOffice(id)) return false;
    kept ??= listTypefaces(db);
    return kept.some((row) => row.id === id && row.withdrawal === null);
  };
}

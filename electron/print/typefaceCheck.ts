/** What a font file says of itself and what papers could do with it, face by face: told before anything is kept. */

import { type Broken, broken } from '../domain/broken.ts';
import { brokenOnFace, type Embedding, embeddingOf, type FaceMetrics } from '../domain/typefaces.ts';
import { commonCharacters } from './commonCharacters.ts';
import { type FontSet, withOfficeFaces } from './fonts.ts';
import { type OfficeFace, openFace } from './officeFace.ts';
import { openPaper } from './page.ts';
import { brokenOnTables, facesIn, type Sfnt, tableOf } from './sfnt.ts';
import { type FaceNames, namesOf } from './sfntNames.ts';
import { A4_PORTRAIT } from './sheet.ts';
import { giveWay } from './work.ts';

export type Coverage = {
  readonly list: 'level1' | 'level2' | 'signs';
  readonly count: number;
  readonly covered: number;
  /** The first of those that fall to the shipped faces. */
  readonly missing: string;
};

export type FaceReport = FaceNames &
  Embedding & {
    readonly index: number;
    readonly outlines: 'trueType' | 'cff' | 'none';
    readonly glyphs: number;
    readonly metrics: FaceMetrics;
    readonly coverage: Coverage[];
    /** Empty for a face that papers may be set in. */
    readonly broken: Broken[];
  };

export type FileReport = { readonly faces: readonly FaceReport[]; readonly broken: readonly Broken[] };

const MOST_MISSING = 120;
const NO_METRICS: FaceMetrics = { ascent: 0, descent: 0, hanWidth: null };

/** `shipped` draw what the face lacks on the paper that each face is tried on; `only` one face of a collection is asked for. */
export async function checkFontFile(bytes: Uint8Array, shipped: FontSet, only?: number): Promise<FileReport> {
  const { faces, broken: brokenOnFile } = facesIn(bytes);
  const reports: FaceReport[] = [];
  for (const face of faces.filter(({ index }) => only === undefined || index === only)) {
    await giveWay(undefined);
    reports.push(await reportOn(face, shipped));
  }
  return { faces: reports, broken: brokenOnFile };
}

async function reportOn(face: Sfnt, shipped: FontSet): Promise<FaceReport> {
  const names = namesOf(face);
  const embedding = embeddingIn(face);
  const isVariable = face.tables.has('fvar') || face.tables.has('CFF2');
  const outlines = face.tables.has('CFF ') ? 'cff' : face.tables.has('glyf') ? 'trueType' : 'none';
  const said = { ...names, ...embedding, index: face.index, outlines } as const;
  const unread = { ...said, glyphs: 0, metrics: NO_METRICS, coverage: [] };
  const found = brokenOnTables(face);
  if (found.length > 0) return { ...unread, broken: isVariable ? [broken('typeface.variable', 'file')] : [...found] };
  try {
    const opened = openFace(face, '');
    const coverage = coverageOf(opened);
    const metrics = metricsOf(opened);
    const covered = coverage.reduce((sum, list) => sum + list.covered, 0);
    const onFace = [...brokenOnFace({ ...embedding, metrics, isVariable, covered })];
    if (onFace.length === 0) await tryOnPaper(opened, shipped);
    return { ...said, glyphs: opened.font.numGlyphs, metrics, coverage, broken: onFace };
  } catch {
    return { ...unread, broken: [broken('typeface.damaged', 'file', { part: outlines === 'cff' ? 'CFF' : 'glyf' })] };
  }
}

function embeddingIn(face: Sfnt): Embedding {
  const table = tableOf(face, 'OS/2');
  if (!table || table.byteLength < 10) return { licence: 'unsaid', noSubsetting: false, bitmapsOnly: false };
  return embeddingOf(table.getUint16(8), table.getUint16(0));
}

function coverageOf(face: OfficeFace): Coverage[] {
  return commonCharacters().map(({ name, characters }) => {
    const missing = characters.filter((character) => !face.seemsToHave(character.codePointAt(0) ?? 0));
    const covered = characters.length - missing.length;
    return { list: name, count: characters.length, covered, missing: missing.slice(0, MOST_MISSING).join('') };
  });
}

const HAN = 0x56fd;

function metricsOf({ font, seemsToHave }: OfficeFace): FaceMetrics {
  const scaled = (units: number) => Math.round((units * 1000) / font.unitsPerEm);
  const { metrics } = font.hmtx;
  const glyph = seemsToHave(HAN) ? font.glyphForCodePoint(HAN).id : 0;
  const hanWidth = glyph === 0 ? null : scaled(metrics.get(Math.min(glyph, metrics.length - 1)).advance);
  return { ascent: scaled(font.ascent), descent: scaled(font.descent), hanWidth };
}

const TRIED = '政务公开文件台账关于印发的通知，国家0123456789ABCabc《》〔〕';

/** Throws where the writer of papers cannot embed the face. */
async function tryOnPaper(face: OfficeFace, shipped: FontSet): Promise<void> {
  const fonts = withOfficeFaces(shipped, { song: face });
  const facts = { title: '', subject: '', author: '', language: 'zh', madeAt: new Date(0).toISOString() } as const;
  const paper = await openPaper(fonts, facts);
  const sheet = paper.addSheet(A4_PORTRAIT);
  sheet.text(TRIED, sheet.left, sheet.bottom, { face: 'song', size: 10 });
  await paper.finish();
}

/** Typefaces of the office's own (自备字体): what a file is, which are kept, what papers are set in. */

import { z } from 'zod';
import { AS_ALL, AS_SHIPPED, LICENCES, TYPE_SCOPES } from '../domain/typefaces.ts';
import { brokenSchema, procedure } from './errors.ts';
import { id, instant, text } from './records.ts';

/** 宋体 with all of GB 18030 is some 30 MB; larger files are refused by what reads them. */
const LARGEST_UPLOAD = 41 * 1024 * 1024;
const file = z.file().max(LARGEST_UPLOAD);

export const faceReport = z.object({
  /** Which face of its file. */
  index: z.number(),
  familyZh: z.string(),
  familyEn: z.string(),
  styleZh: z.string(),
  styleEn: z.string(),
  postscriptName: z.string(),
  version: z.string(),
  copyright: z.string(),
  licence: z.enum(LICENCES),
  noSubsetting: z.boolean(),
  bitmapsOnly: z.boolean(),
  outlines: z.enum(['trueType', 'cff', 'none']),
  glyphs: z.number(),
  /** In thousandths of an em. */
  metrics: z.object({ ascent: z.number(), descent: z.number(), hanWidth: z.number().nullable() }),
  coverage: z.array(
    z.object({
      list: z.enum(['level1', 'level2', 'signs']),
      count: z.number(),
      covered: z.number(),
      /** The first of those that fall to the shipped faces. */
      missing: z.string(),
    }),
  ),
  /** Why papers cannot be set in it; empty where they can. */
  broken: z.array(brokenSchema),
});
export type FaceReportRecord = z.infer<typeof faceReport>;

export const typefaceRecord = faceReport.omit({ broken: true }).extend({
  id,
  fileName: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** By what the office may use it, such as the number of a contract. */
  licenceBasis: z.string(),
  enteredBy: z.string(),
  enteredAt: instant,
  withdrawal: z.object({ reason: z.string(), withdrawnBy: z.string(), withdrawnAt: instant }).nullable(),
});
export type TypefaceRecord = z.infer<typeof typefaceRecord>;

const face = z.union([z.literal(AS_ALL), z.literal(AS_SHIPPED), id]);
const faces = { title: face, body: face, heading: face };

export const typeChoiceRecord = z.object({
  scope: z.enum(TYPE_SCOPES),
  ...faces,
  /** Null where nobody chose yet. */
  choiceId: id.nullable(),
  chosenBy: z.string(),
  chosenAt: instant.nullable(),
  reason: z.string(),
});
export type TypeChoiceRecord = z.infer<typeof typeChoiceRecord>;

const reason = text(500);

export const typefaces = {
  list: procedure.output(z.object({ typefaces: z.array(typefaceRecord), choices: z.array(typeChoiceRecord) })),
  /** Tells what a file holds and keeps nothing of it. */
  check: procedure
    .input(z.object({ file }))
    .output(
      z.object({ faces: z.array(faceReport), broken: z.array(brokenSchema), bytes: z.number(), sha256: z.string() }),
    ),
  add: procedure
    .input(z.object({ id, file, face: z.int().min(0).max(1000), licenceBasis: reason }))
    .output(typefaceRecord),
  withdraw: procedure.input(z.object({ id, reason })).output(typefaceRecord),
  /** `seen`: the choice that the caller looked at, null where there was none. */
  choose: procedure
    .input(z.object({ id, scope: z.enum(TYPE_SCOPES), ...faces, reason, seen: id.nullable() }))
    .output(typeChoiceRecord),
  /** A page set in these faces, as a PDF. */
  specimen: procedure.input(z.object({ ...faces, language: z.enum(['zh', 'en']) })).output(z.file()),
};

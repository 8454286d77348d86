/** Typefaces of the office's own (自备字体): checked, kept in the registry, chosen for papers, withdrawn with a reason. */

import type { FaceReportRecord, TypeChoiceRecord, TypefaceRecord } from '../../contract/typefaces.ts';
import { broken } from '../../domain/broken.ts';
import {
  AS_ALL,
  brokenOnChoice,
  brokenOnLoading,
  brokenOnTypefaceWithdrawal,
  isOffice,
  TYPE_ROLES,
  TYPE_SCOPES,
  type TypeChoice,
  type TypeScope,
  unchosen,
} from '../../domain/typefaces.ts';
import { say } from '../../domain/wording/say.ts';
import { sha256Of } from '../../store/attachments.ts';
import type { ReadableDb } from '../../store/open.ts';
import { findPerson } from '../../store/people.ts';
import {
  findTypefaceChoice,
  insertTypeface,
  insertTypefaceChoice,
  insertTypefaceWithdrawal,
  type KeptTypeface,
  lastTypefaceChoice,
  listTypefaces,
  type TypefaceChoiceRow,
} from '../../store/typefaces.ts';
import { changesBetween } from '../changes.ts';
import type { Engine } from '../engine.ts';
import { fileOf } from '../exchange/listExport.ts';
import { os, read, registryOf, write } from '../procedure.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import { brokenOnTexts } from '../texts.ts';
import { choicesIn, fontsWith, shippedFonts, usableIn } from './paperFonts.ts';

function nameIn(db: ReadableDb, personId: string): string {
  return findPerson(db, personId)?.name ?? '';
}

function recordOf(db: ReadableDb, row: KeptTypeface): TypefaceRecord {
  const { id, fileName, bytes, sha256, licenceBasis, enteredById, enteredAt, withdrawal } = row;
  return {
    ...(JSON.parse(row.report) as Omit<FaceReportRecord, 'broken'>),
    ...{ id, fileName, bytes, sha256, licenceBasis, enteredAt, enteredBy: nameIn(db, enteredById) },
    withdrawal: withdrawal && {
      reason: withdrawal.reason,
      withdrawnBy: nameIn(db, withdrawal.withdrawnById),
      withdrawnAt: withdrawal.withdrawnAt,
    },
  };
}

function foundIn(db: ReadableDb, id: string): KeptTypeface | undefined {
  return listTypefaces(db).find((row) => row.id === id);
}

function choiceRecord(db: ReadableDb, scope: TypeScope, row: TypefaceChoiceRow | undefined): TypeChoiceRecord {
  if (!row) return { scope, ...unchosen(scope), choiceId: null, chosenBy: '', chosenAt: null, reason: '' };
  const { title, body, heading, id, chosenById, chosenAt, reason } = row;
  return { scope, title, body, heading, choiceId: id, chosenBy: nameIn(db, chosenById), chosenAt, reason };
}

const list = os.typefaces.list.handler(
  read(async ({ db }) => ({
    typefaces: listTypefaces(db).map((row) => recordOf(db, row)),
    choices: TYPE_SCOPES.map((scope) => choiceRecord(db, scope, lastTypefaceChoice(db, scope))),
  })),
);

async function reportOn(engine: Engine, bytes: Uint8Array, only?: number) {
  const { checkFontFile } = await import('../../print/typefaceCheck.ts');
  return checkFontFile(bytes, await shippedFonts(engine), only);
}

const check = os.typefaces.check.handler(async ({ context: { engine }, input: { file } }) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { faces, broken: onFile } = await reportOn(engine, bytes);
  return { faces: [...faces], broken: [...onFile], bytes: bytes.byteLength, sha256: sha256Of(bytes) };
});

const add = os.typefaces.add.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const { readable } = registry.store;
  const known = foundIn(readable, input.id);
  if (known) return recordOf(readable, known);
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  const sha256 = sha256Of(bytes);
  const { faces, broken: onFile } = await reportOn(engine, bytes, input.face);
  const found = faces.find(({ index }) => index === input.face);
  const onFace = found?.broken ?? (onFile.length > 0 ? onFile : [broken('typeface.noSuchFace', 'face')]);
  const licenceBasis = input.licenceBasis.trim();
  const fileName = input.file.name.slice(0, 200);
  await registry.write(actor, async ({ db, now, record }) => {
    const isLoadedAlready = listTypefaces(db).some(
      (row) => row.sha256 === sha256 && row.face === input.face && row.withdrawal === null,
    );
    refuseIfBroken([
      ...onFace,
      ...brokenOnLoading(licenceBasis, isLoadedAlready),
      ...brokenOnTexts({ licenceBasis, file: fileName }),
    ]);
    const { broken: _, ...report } = found as FaceReportRecord;
    const row = { id: input.id, face: input.face, fileName, licenceBasis, report: JSON.stringify(report) };
    insertTypeface(db, { ...row, enteredById: actor.personId ?? '', enteredAt: now }, bytes);
    record({
      ...{ act: 'typefaces.add', entity: 'typeface', entityId: input.id, reason: licenceBasis },
      label: [nameOf(report), report.version].filter((part) => part !== '').join(' '),
      changes: [
        { field: 'file', before: '', after: fileName },
        { field: 'sha256', before: '', after: sha256 },
        { field: 'licence', before: '', after: report.licence },
      ],
    });
  });
  return recordOf(readable, foundIn(readable, input.id) as KeptTypeface);
});

function nameOf({ familyZh, familyEn, postscriptName }: Omit<FaceReportRecord, 'broken'>): string {
  return familyZh || familyEn || postscriptName;
}

const withdraw = os.typefaces.withdraw.handler(
  write(async ({ db, input, actor, now, record }) => {
    const row = foundIn(db, input.id);
    if (!row) throw refusal('NOT_FOUND');
    const reason = input.reason.trim();
    refuseIfBroken([...brokenOnTypefaceWithdrawal(reason, row.withdrawal !== null), ...brokenOnTexts({ reason })]);
    insertTypefaceWithdrawal(db, {
      ...{ typefaceId: row.id, reason, withdrawnById: actor.personId ?? '', withdrawnAt: now },
    });
    const label = nameOf(recordOf(db, row));
    record({ act: 'typefaces.withdraw', entity: 'typeface', entityId: row.id, label, reason });
    return recordOf(db, foundIn(db, row.id) as KeptTypeface);
  }),
);

const choose = os.typefaces.choose.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const known = findTypefaceChoice(registry.store.readable, input.id);
  if (known) return choiceRecord(registry.store.readable, known.scope, known);
  return registry.write(actor, async ({ db, now, record }) => {
    const { id, scope, seen, title, body, heading } = input;
    const choice: TypeChoice = { title, body, heading };
    const reason = input.reason.trim();
    const before = lastTypefaceChoice(db, scope);
    if ((before?.id ?? null) !== seen) throw refusal('STALE', { currentVersion: 0, changedFields: [...TYPE_ROLES] });
    refuseIfBroken([...brokenOnChoice(scope, choice, usableIn(db)), ...brokenOnTexts({ reason })]);
    insertTypefaceChoice(db, { id, scope, ...choice, reason, chosenById: actor.personId ?? '', chosenAt: now });
    record({
      ...{ act: 'typefaces.choose', entity: 'typefaceChoice', entityId: id, reason },
      label: say('zh', `typeScope.${scope}`),
      changes: changesBetween(inWords(db, before ?? unchosen(scope)), inWords(db, choice)),
    });
    return choiceRecord(db, scope, lastTypefaceChoice(db, scope));
  });
});

/** As the trail names the faces: by their families, which outlast their ids in a reader's memory. */
function inWords(db: ReadableDb, choice: TypeChoice): Readonly<Record<string, string>> {
  const kept = new Map(listTypefaces(db).map((row) => [row.id, nameOf(recordOf(db, row))]));
  return Object.fromEntries(TYPE_ROLES.map((role) => [`${role}Face`, kept.get(choice[role]) ?? choice[role]]));
}

/** Drawn by the writer of all papers, so that what is seen before choosing is what will be printed. */
const specimen = os.typefaces.specimen.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const { db, now } = registry.look(actor);
  const { language, ...choice } = input;
  refuseIfBroken(brokenOnChoice('ledger', choice, usableIn(db)));
  const common = choicesIn(db)('all') ?? unchosen('all');
  const isUsable = usableIn(db);
  const chosen = TYPE_ROLES.flatMap((role) => {
    const face = choice[role] === AS_ALL ? common[role] : choice[role];
    return isOffice(face) && isUsable(face) ? [[role, face]] : [];
  });
  const { fonts } = await fontsWith(engine, db, Object.fromEntries(chosen));
  const { printSpecimen } = await import('../../print/specimen.ts');
  const content = await printSpecimen(fonts, language, now);
  return fileOf(content, language === 'zh' ? '字体样张.pdf' : 'Type specimen.pdf', 'application/pdf');
});

export const typefaces = { list, check, add, withdraw, choose, specimen };

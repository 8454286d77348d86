/** Documents: register, amend, void, change of attribute, find, export; drafts and views. */

import { parseDocNumber } from '../../domain/docNumber.ts';
import { secretMark } from '../../domain/secret.ts';
import { usedDeliveryValues } from '../../store/deliveryValues.ts';
import { documentsWithNumber, findDocument } from '../../store/documents.ts';
import { discardDraft, findDraft, listViews, removeView, storeDraft, storeView } from '../../store/drafts.ts';
import { countLedger } from '../../store/ledgerCount.ts';
import { ledgerPage, usedValues } from '../../store/ledgerQuery.ts';
import { findSpecialDeadline } from '../../store/specialDeadlines.ts';
import { exportDocuments } from '../exchange/exporting.ts';
import { os, read, registryOf, write, writeOnce } from '../procedure.ts';
import { refuseBroken } from '../refusal.ts';
import { changeAttributeOf, voidRegistered } from './changing.ts';
import { detailOf } from './documentDetail.ts';
import { conditionsOf } from './documentQuery.ts';
import { amendDocument, registerDocument } from './registering.ts';
import { setSpecialDeadline, withdrawSpecialDeadline } from './specialDeadlines.ts';
import { summaryById, summaryOf } from './summaries.ts';

/** The caller mints the id: a repeated registration is the same one. */
const register = os.documents.register.handler(
  writeOnce({
    isKnown: ({ db, input }) => findDocument(db, input.id) !== undefined,
    again: ({ input: { id, title } }) => ({
      act: 'documents.registerAgain',
      entity: 'document',
      entityId: id,
      label: title,
    }),
    act: (work) => registerDocument(work, work.input, { source: 'form', importBatchId: null }),
    answer: (work, warnings = []) => ({
      document: summaryById(work, work.input.id),
      warnings: warnings.map((warning) => ({ ...warning })),
    }),
  }),
);

const amend = os.documents.amend.handler(
  write(async (work) => {
    const warnings = amendDocument(work, work.input);
    return { document: summaryById(work, work.input.id), warnings: warnings.map((warning) => ({ ...warning })) };
  }),
);

const voidDocument = os.documents.void.handler(
  write(async (work) => {
    voidRegistered(work, work.input);
    return summaryById(work, work.input.id);
  }),
);

const changeAttribute = os.documents.changeAttribute.handler(
  write(async (work) => {
    changeAttributeOf(work, work.input);
    return summaryById(work, work.input.id);
  }),
);

/** The caller mints the id: one set twice is the same one. */
const setSpecial = os.documents.setSpecialDeadline.handler(
  writeOnce({
    isKnown: ({ db, input }) => findSpecialDeadline(db, input.id) !== undefined,
    again: ({ input: { documentId, law } }) => ({
      ...{ act: 'documents.setSpecialDeadlineAgain', entity: 'document', entityId: documentId, label: law },
    }),
    act: (work) => setSpecialDeadline(work, work.input),
    answer: (work) => summaryById(work, work.input.documentId),
  }),
);

const withdrawSpecial = os.documents.withdrawSpecialDeadline.handler(
  write(async (work) => summaryById(work, withdrawSpecialDeadline(work, work.input))),
);

const list = os.documents.list.handler(
  read(async (look) => {
    const { filter, sort, offset, limit, countUpTo } = look.input;
    const conditions = conditionsOf(filter, look);
    const { lines, total } = ledgerPage(look.db, conditions, sort, { offset, limit }, countUpTo);
    return { rows: lines.map((line) => summaryOf(line, look)), total };
  }),
);

const sameNumber = os.documents.sameNumber.handler(
  read(async ({ db, input }) => {
    const reading = parseDocNumber(input.docNumberRaw);
    if (!reading.ok) return [];
    const docNumber = reading.number.text;
    return documentsWithNumber(db, docNumber, input.exceptId).map(({ id, title, voidedAt }) => ({
      ...{ id, docNumber, title },
      isVoided: voidedAt !== null,
    }));
  }),
);

const suggestions = os.documents.suggestions.handler(
  read(async ({ db, input: { field, divisionId } }) => {
    if (field === 'deliveredBy' || field === 'location') return [...usedDeliveryValues(db, field, divisionId)];
    return [...usedValues(db, field, divisionId)];
  }),
);

const saveDraft = os.documents.saveDraft.handler(async ({ context: { engine, actor }, input }) => {
  const registry = registryOf(engine);
  const personId = actor.personId ?? '';
  const savedAt = engine.clock().toISOString();
  const isMarked = textsOf(input.body).some((text) => secretMark(text) !== undefined);
  await registry.jot(async (db) => {
    if (isMarked) discardDraft(db, personId, input.form);
    else storeDraft(db, { personId, form: input.form, body: input.body, savedAt });
  });
  if (isMarked) refuseBroken('secret.marked', 'draft');
  return { savedAt };
});

/** The texts inside a draft's JSON, each looked at by itself: marks must not arise between fields. */
function textsOf(body: string): readonly string[] {
  const texts: string[] = [];
  try {
    JSON.parse(body, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
  } catch {
    return [body];
  }
  return texts;
}

const discard = os.documents.discardDraft.handler(async ({ context: { engine, actor }, input }) => {
  await registryOf(engine).jot(async (db) => discardDraft(db, actor.personId ?? '', input.form));
  return {};
});

const views = os.documents.listViews.handler(
  read(async (look) =>
    listViews(look.db, look.actor.personId ?? '').map(({ id, name, body }) => {
      const { filter, sort } = JSON.parse(body) as { filter: object; sort: { by: 'docNumber'; direction: 'asc' } };
      return { id, name, filter, sort, count: countLedger(look.db, conditionsOf(filter, look)) };
    }),
  ),
);

const saveView = os.documents.saveView.handler(
  async ({ context: { engine, actor }, input: { id, name, filter, sort } }) => {
    if (secretMark(name)) refuseBroken('secret.marked', 'name');
    if (name.trim() === '') refuseBroken('view.nameMissing', 'name');
    const body = JSON.stringify({ filter, sort });
    await registryOf(engine).jot(async (db) => storeView(db, { id, personId: actor.personId ?? '', name, body }));
    return {};
  },
);

const removeOneView = os.documents.removeView.handler(async ({ context: { engine, actor }, input }) => {
  await registryOf(engine).jot(async (db) => removeView(db, actor.personId ?? '', input.id));
  return {};
});

export const documents = {
  register,
  amend,
  void: voidDocument,
  changeAttribute,
  setSpecialDeadline: setSpecial,
  withdrawSpecialDeadline: withdrawSpecial,
  get: os.documents.get.handler(read(async (look) => detailOf(look, look.input.id))),
  list,
  sameNumber,
  suggestions,
  export: os.documents.export.handler(
    read(async (look) => exportDocuments(look.registry, look, look.input, look.signal)),
  ),
  loadDraft: os.documents.loadDraft.handler(
    read(async ({ db, actor, input }) => findDraft(db, actor.personId ?? '', input.form) ?? null),
  ),
  saveDraft,
  discardDraft: discard,
  listViews: views,
  saveView,
  removeView: removeOneView,
};

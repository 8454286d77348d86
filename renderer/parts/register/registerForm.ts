/** What the register form holds between keyboard and engine: input, copies, texts that are no dates yet. */

import { z } from 'zod';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { type DocumentInputRecord, documentInput } from '../../../electron/contract/documentInput.ts';
import { type Broken, broken, isBlank } from '../../../electron/domain/broken.ts';
import { brokenOnDelivery } from '../../../electron/domain/copies.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { parseDocNumber } from '../../../electron/domain/docNumber.ts';
import { docTypeOfTitle } from '../../../electron/domain/docType.ts';
import { brokenOnRegistering, brokenOnSecrets } from '../../../electron/domain/issuing.ts';
import { secretMark } from '../../../electron/domain/secret.ts';
import { newId } from '../../newId.ts';

export const DAY_FIELDS = ['signedOn', 'writtenOn', 'printedOn', 'legalityReviewOn'] as const;
export type DayFieldName = (typeof DAY_FIELDS)[number];
/** What is typed here may say nothing that the field can hold; it stays until it is mended. */
const READ_FIELDS = [...DAY_FIELDS, 'draftingDivisionId', 'docType', 'basis', 'channel'] as const;
export type ReadFieldName = (typeof READ_FIELDS)[number];

const registerForm = z.object({
  /** Minted when the form begins, so that saving twice makes one document. */
  id: z.uuid(),
  input: documentInput,
  /** What was typed before the number was written right; it travels to the engine as typed. */
  typedNumber: z.string(),
  /** The type was chosen by hand, so the title no longer decides it. */
  isTypeChosen: z.boolean(),
  annexText: z.string(),
  unread: z.partialRecord(z.enum(READ_FIELDS), z.string()),
  copies: z.number(),
  deliveredBy: z.string(),
  location: z.string(),
  isCarried: z.boolean(),
  reasonForChange: z.string(),
});
export type RegisterForm = z.infer<typeof registerForm>;

const EMPTY_INPUT: DocumentInputRecord = {
  docNumberRaw: '',
  isUnnumbered: false,
  title: '',
  docType: '',
  draftingDivisionId: '',
  drafter: '',
  signer: '',
  signedOn: null,
  writtenOn: null,
  printedOn: null,
  attribute: null,
  basis: null,
  basisLaw: '',
  reason: '',
  isNormative: false,
  isLeaderRelated: false,
  isJoint: false,
  leadAgency: '',
  legalityReviewNumber: '',
  legalityReviewOn: null,
  interpretationPlan: '',
  channel: 'website',
  annexes: [],
  remarkNote: '',
  note: '',
};

const NOTHING_ENTERED: Omit<RegisterForm, 'id'> = {
  input: EMPTY_INPUT,
  typedNumber: '',
  isTypeChosen: false,
  annexText: '',
  unread: {},
  copies: 0,
  deliveredBy: '',
  location: '',
  isCarried: false,
  reasonForChange: '',
};

export function emptyForm(): RegisterForm {
  return { id: newId(), ...NOTHING_ENTERED };
}

/** The next document of a pile: division, people, days, attribute and place repeat, the rest is new. */
export function nextForm({ input, deliveredBy, location }: RegisterForm): RegisterForm {
  const { draftingDivisionId, drafter, signer, signedOn, writtenOn, printedOn, attribute, channel } = input;
  const carried = { draftingDivisionId, drafter, signer, signedOn, writtenOn, printedOn, attribute, channel };
  return { ...emptyForm(), input: { ...EMPTY_INPUT, ...carried }, deliveredBy, location, isCarried: true };
}

export function formOf({ input, summary }: DocumentDetail): RegisterForm {
  return {
    ...NOTHING_ENTERED,
    id: summary.id,
    input,
    typedNumber: input.docNumberRaw,
    isTypeChosen: input.docType !== '' && input.docType !== docTypeOfTitle(input.title),
    annexText: input.annexes.map(({ name }) => name).join('；'),
  };
}

/** The draft as it was kept; undefined where another version of the program kept it. */
export function readDraft(body: string): RegisterForm | undefined {
  try {
    const read = registerForm.safeParse(JSON.parse(body));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Applies a change and what follows from it; a field that changes no longer shows what could not be read. */
export function changed(form: RegisterForm, change: Partial<DocumentInputRecord>): RegisterForm {
  const after = { ...change };
  if (change.title !== undefined && !form.isTypeChosen) after.docType = docTypeOfTitle(change.title) ?? '';
  if (change.isUnnumbered) after.docNumberRaw = '';
  if (change.attribute !== undefined && change.attribute !== form.input.attribute) {
    Object.assign(after, { basis: null, basisLaw: '', channel: change.attribute === 'PROACTIVE' ? 'website' : '' });
    if (change.attribute === 'PROACTIVE') after.reason = '';
  }
  if (change.isNormative === false) {
    Object.assign(after, { legalityReviewNumber: '', legalityReviewOn: null, interpretationPlan: '' });
  }
  if (change.isJoint === false) after.leadAgency = '';
  const unread = Object.fromEntries(Object.entries(form.unread).filter(([field]) => !(field in after)));
  return { ...form, input: { ...form.input, ...after }, unread };
}

/** Applies what a field understood, and keeps the text that it did not. */
export function understood<Name extends ReadFieldName>(
  form: RegisterForm,
  field: Name,
  value: DocumentInputRecord[Name],
  unread: string | undefined,
): RegisterForm {
  const after = changed(form, { [field]: value });
  return unread === undefined ? after : { ...after, unread: { ...after.unread, [field]: unread } };
}

/** A repaired number stands in the field as it should be; what was typed is kept beside it. */
export function withNumberWrittenRight(form: RegisterForm): RegisterForm {
  const reading = parseDocNumber(form.input.docNumberRaw);
  if (!reading.ok || reading.fixes.length === 0) return form;
  return {
    ...form,
    typedNumber: form.input.docNumberRaw,
    input: { ...form.input, docNumberRaw: reading.number.text },
  };
}

/** Names of annexes, each kept with the file it already has. */
export function annexesOf({ annexText, input }: RegisterForm): DocumentInputRecord['annexes'] {
  return annexText
    .split(/[;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => input.annexes.find((annex) => annex.name === name) ?? { name, sha256: null });
}

/** What goes to the engine: the number as it was typed, where that still means the number shown. */
export function inputOf(form: RegisterForm): DocumentInputRecord {
  const shown = form.input.docNumberRaw;
  const typed = parseDocNumber(form.typedNumber);
  const isSame = typed.ok && typed.number.text === shown;
  return { ...form.input, docNumberRaw: isSame ? form.typedNumber : shown, annexes: annexesOf(form) };
}

/** Fields that carry a mark of secrecy, also where their text could not be read. */
export function secretsOf(form: RegisterForm): readonly Broken[] {
  const unread = Object.entries(form.unread).filter(([, text]) => secretMark(text) !== undefined);
  return [...brokenOnSecrets(inputOf(form)), ...unread.map(([field]) => broken('secret.marked', field))];
}

/** Everything that the form itself finds broken; the engine applies the same rules. */
export function problemsOf(form: RegisterForm, today: Day, isAmending: boolean): readonly Broken[] {
  const { copies, deliveredBy, unread } = form;
  const secrets = secretsOf(form);
  if (secrets.length > 0) return secrets;
  const isUnread = (field: string) => field in unread;
  const found = brokenOnRegistering(inputOf(form), { today }).filter(({ field }) => !isUnread(field));
  if (isAmending) {
    const isSilent = isBlank(form.reasonForChange);
    return isSilent ? [...found, broken('document.changeReasonMissing', 'reasonForChange')] : found;
  }
  const delivery = copies > 0 ? brokenOnDelivery({ copies, deliveredBy, deliveredOn: today }, { today }) : [];
  return [...found, ...delivery];
}

export function hasUnread({ unread }: RegisterForm): boolean {
  return Object.keys(unread).length > 0;
}

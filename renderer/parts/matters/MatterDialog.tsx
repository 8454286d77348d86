/** Enters or amends a matter; the fields come from the definition of its kind. */

import type { MatterDetail } from '../../../electron/contract/matters.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import type { Day } from '../../../electron/domain/day.ts';
import { dayIn, type MatterBody, type MatterValue } from '../../../electron/domain/matters/body.ts';
import { commonFields, type MatterKind } from '../../../electron/domain/matters/kind.ts';
import { brokenOnMatter, emptyBody, isAsked } from '../../../electron/domain/matters/matter.ts';
import { client } from '../../client.ts';
import { holds, useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';
import { DayEntry, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { DivisionEntry } from '../form/ListEntry.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { MatterFieldEntry } from './MatterFieldEntry.tsx';

type Props = {
  readonly kind: MatterKind;
  /** The matter to be amended; absent for a new one. */
  readonly detail?: MatterDetail;
  readonly onDone: (detail: MatterDetail) => void;
  readonly onCancel: () => void;
};

type Entry = {
  readonly title: string;
  readonly divisionId: string;
  readonly openedOn: Day | null;
  readonly reasonForChange: string;
  readonly body: MatterBody;
};

export function MatterDialog({ kind, detail, onDone, onCancel }: Props) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  const { actor, state } = useSeat();
  const choosesDivision = holds(actor, ['clerk']);
  const form = useDialogForm<Entry, MatterDetail>({
    initial: initialEntry(kind, detail, choosesDivision ? '' : actor.divisionId, state.today),
    check: (entry) => brokenIn(kind, entry, state.today),
    write: ({ reasonForChange, body, ...entry }, id) => {
      const sent = { ...entry, kind: kind.key, body: mutable(body) };
      return detail === undefined
        ? client.matters.open({ ...sent, id })
        : client.matters.amend({ ...sent, id: detail.summary.id, version: detail.summary.version, reasonForChange });
    },
    onDone,
  });
  const { value, set } = form;
  const names = commonFields(kind);
  const settled = kind.settle?.(value.body);
  const [from, to] = settled ? [dayIn(settled, 'periodFrom'), dayIn(settled, 'periodTo')] : [null, null];
  return (
    <FormDialog
      title={t(detail ? 'amendTitle' : 'newTitle', { kind: terms(`matterKind.${kind.key}`) })}
      confirm={t('save')}
      form={form}
      onCancel={onCancel}
      width={720}
    >
      <TextField
        name="title"
        label={terms(`field.${names.title}`)}
        isRequired
        maxLength={500}
        value={value.title}
        onChange={(title) => set({ title })}
      />
      {choosesDivision && (
        <DivisionEntry
          name="divisionId"
          label={t('division')}
          isRequired
          isHalf
          value={value.divisionId}
          onChange={(divisionId) => set({ divisionId })}
        />
      )}
      <DayEntry
        name="openedOn"
        label={terms(`field.${names.openedOn}`)}
        isRequired
        isHalf
        value={value.openedOn}
        onChange={(openedOn) => set({ openedOn })}
      />
      {kind.fields
        .filter((field) => isAsked(field, value.body))
        .map((field) => (
          <MatterFieldEntry
            key={field.key}
            kind={kind}
            field={field}
            body={value.body}
            onChange={(entered) => set({ body: { ...value.body, [field.key]: entered } })}
          />
        ))}
      {from !== null && to !== null && <p className="form-note">{t('periodIs', { from, to })}</p>}
      {detail !== undefined && (
        <TextField
          name="reasonForChange"
          label={terms('field.reasonForChange')}
          maxLength={500}
          value={value.reasonForChange}
          onChange={(reasonForChange) => set({ reasonForChange })}
        />
      )}
    </FormDialog>
  );
}

function initialEntry(kind: MatterKind, detail: MatterDetail | undefined, divisionId: string, today: Day): Entry {
  if (detail === undefined) {
    return { title: '', divisionId, openedOn: today, reasonForChange: '', body: emptyBody(kind) };
  }
  const { summary } = detail;
  const { title, openedOn } = summary;
  return {
    title,
    divisionId: summary.divisionId,
    openedOn,
    reasonForChange: '',
    body: { ...emptyBody(kind), ...summary.body },
  };
}

/** The engine alone knows the dated rules; what hangs on them it says itself. */
function brokenIn(kind: MatterKind, { title, divisionId, openedOn, body }: Entry, today: Day): readonly Broken[] {
  const facts = { body, openedOn: openedOn ?? today, closedOn: null, postings: [], rules: [], today };
  return brokenOnMatter(kind, { title, divisionId, openedOn }, facts);
}

function mutable(body: MatterBody): Record<string, Exclude<MatterValue, readonly string[]> | string[]> {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, typeof value === 'object' && value !== null ? [...value] : value]),
  );
}

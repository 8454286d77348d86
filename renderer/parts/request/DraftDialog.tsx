/** Drafts the reply: its kind, and what a reply of that kind cannot do without. */

import type { RequestDetail } from '../../../electron/contract/requests.ts';
import type { Day } from '../../../electron/domain/day.ts';
import type { ReplyDraft } from '../../../electron/domain/foiRequest.ts';
import { REPLY_KINDS, type ReplyKind } from '../../../electron/domain/replyKind.ts';
import { NO_DRAFT, partsOf } from '../../../electron/domain/requestDraft.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';

type Props = {
  readonly detail: RequestDetail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

type Values = ReplyDraft & { readonly on: Day | null };

export function DraftDialog({ detail, onDone, onCancel }: Props) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const { state } = useSeat();
  const { summary } = detail;
  const form = useDialogForm<Values, RequestDetail>({
    initial: { ...(detail.draft ?? { replyKind: 'provided', ...NO_DRAFT }), on: state.today },
    check: ({ on }) => (on === null ? [{ code: 'request.fieldMissing', field: 'on' }] : []),
    write: ({ on, ...draft }, id) =>
      client.requests.draft({ id, requestId: summary.id, version: summary.version, on: on ?? state.today, draft }),
    onDone,
  });
  const { value, set } = form;
  const isObjected = detail.consultations.some(({ outcome }) => outcome === 'objection');
  const parts = [...partsOf(value), ...(isObjected ? (['publicInterest'] as const) : [])];
  const elsewhere = form.broken.filter(
    ({ field }) => !['on', 'replyKind'].includes(field) && !parts.some((part) => part === field),
  );
  return (
    <FormDialog title={t('draftTitle')} confirm={t('draftTitle')} form={form} onCancel={onCancel} width={640}>
      <p className="doc-named">
        <span className="number">{summary.registerNumber}</span> {summary.subject}
      </p>
      {elsewhere.length > 0 && (
        <div className="form-note wrong" role="alert">
          {elsewhere.map(({ code, params }) => (
            <p key={code}>{terms(code, params)}</p>
          ))}
        </div>
      )}
      <ChoiceField
        name="replyKind"
        label={terms('field.replyKind')}
        isRequired
        value={value.replyKind}
        onChange={(kind) => set({ replyKind: kind as ReplyKind })}
        options={REPLY_KINDS.map((kind) => ({ value: kind, label: terms(`reply.${kind}`) }))}
      />
      {parts.map((part) => (
        <TextField
          key={part}
          name={part}
          label={terms(`field.${part}`)}
          isRequired={part !== 'publicInterest'}
          isLong={part !== 'earlierReply'}
          maxLength={part === 'earlierReply' ? 500 : 4000}
          value={value[part]}
          onChange={(text) => set({ [part]: text })}
        />
      ))}
      <DayEntry name="on" label={t('on')} isRequired isHalf value={value.on} onChange={(on) => set({ on })} />
    </FormDialog>
  );
}

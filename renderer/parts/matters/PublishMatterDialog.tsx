/** Records a publication of a matter together with the review before it; everything in the way is said at once. */

import type { MatterDetail } from '../../../electron/contract/matters.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import { type Day, formatDay } from '../../../electron/domain/day.ts';
import { MATTER_WEB_CHANNELS } from '../../../electron/domain/matters/channels.ts';
import { kindOf } from '../../../electron/domain/matters/kinds.ts';
import {
  brokenOnMatterPosting,
  type MatterPostingInput,
  owedMetBy,
  REVIEW_RESULTS,
} from '../../../electron/domain/matters/matter.ts';
import { client } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, DialogField, TextField } from '../form/DialogField.tsx';
import { EvidenceField } from '../form/EvidenceField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { factsOf } from './facts.ts';

type Props = { readonly detail: MatterDetail; readonly onDone: () => void; readonly onCancel: () => void };

type Publishing = Omit<MatterPostingInput, 'postedOn' | 'reviewedOn'> & {
  readonly postedOn: Day | null;
  readonly reviewedOn: Day | null;
  readonly summary: string;
  readonly evidence: File | null;
};

const FIELDS: readonly string[] = [
  ...['stage', 'channel', 'url', 'postedOn', 'summary', 'lateReason'],
  ...['reviewer', 'reviewedOn', 'reviewResult', 'isReviewed', 'evidence'],
];

export function PublishMatterDialog({ detail, onDone, onCancel }: Props) {
  const { t, language } = useText(mattersText);
  const terms = useTerms();
  const { actor, state } = useSeat();
  const { summary, publications, duties } = detail;
  const kind = kindOf(summary.kind);
  const form = useDialogForm<Publishing, MatterDetail>({
    initial: {
      ...proposed(detail),
      ...{ url: '', postedOn: state.today, summary: '', lateReason: '', evidence: null },
      ...{ reviewer: publications.at(-1)?.reviewer ?? '', reviewedOn: state.today, reviewResult: 'open' },
      isReviewed: false,
    },
    check: (value) => brokenIn(value, detail, { today: state.today, publisher: actor.name }),
    write: (value, id) =>
      client.matters.publish({ ...value, id, matterId: summary.id, postedOn: value.postedOn ?? state.today }),
    onDone,
  });
  const { value, set } = form;
  const inTheWay = form.own.filter(({ field }) => !FIELDS.includes(field));
  const dueOn = duties.find(({ doneOn }) => doneOn === null)?.dueOn;
  const isLate = metBy(value, detail).some((duty) => value.postedOn !== null && value.postedOn > duty.dueOn);
  const asksWhyLate = isLate || form.broken.some(({ field }) => field === 'lateReason');
  return (
    <FormDialog title={t('publishTitle')} confirm={t('publishConfirm')} form={form} onCancel={onCancel} width={680}>
      <p className="doc-named">{summary.title}</p>
      {inTheWay.length > 0 && (
        <div className="form-note wrong" role="alert">
          {inTheWay.map(({ code, field, params }) => (
            <p key={`${code}${field}`}>{terms(code, params)}</p>
          ))}
        </div>
      )}
      {kind.stages.length > 1 && (
        <ChoiceField
          name="stage"
          label={t('stage')}
          isRequired
          isHalf
          value={value.stage}
          onChange={(stage) => set({ stage })}
          options={kind.stages.map((stage) => ({ value: stage, label: terms(`matterStage.${stage}`) }))}
        />
      )}
      <ChoiceField
        name="channel"
        label={t('channel')}
        isRequired
        isHalf
        value={value.channel}
        onChange={(channel) => set({ channel })}
        options={kind.channels.map((channel) => ({ value: channel, label: terms(`channel.${channel}`) }))}
      />
      <DayEntry
        name="postedOn"
        label={t('postedOn')}
        isRequired
        isHalf
        hint={dueOn !== undefined ? t('postedOnHint', { dueOn: formatDay(dueOn, language) }) : undefined}
        value={value.postedOn}
        onChange={(postedOn) => set({ postedOn })}
      />
      <TextField
        name="url"
        label={t('url')}
        isRequired={MATTER_WEB_CHANNELS.includes(value.channel)}
        hint={t('urlHint')}
        type="url"
        maxLength={2000}
        value={value.url}
        onChange={(url) => set({ url })}
      />
      <TextField
        name="summary"
        label={t('summary')}
        maxLength={1000}
        value={value.summary}
        onChange={(entered) => set({ summary: entered })}
      />
      {asksWhyLate && (
        <TextField
          name="lateReason"
          label={t('lateReason')}
          isRequired={isLate}
          isLong
          maxLength={1000}
          value={value.lateReason}
          onChange={(lateReason) => set({ lateReason })}
        />
      )}
      <EvidenceField file={value.evidence} onFile={(evidence) => set({ evidence })} />
      <h3 className="form-part">{t('review')}</h3>
      <TextField
        name="reviewer"
        label={t('reviewer')}
        hint={t('reviewerHint')}
        isRequired
        isHalf
        maxLength={100}
        value={value.reviewer}
        onChange={(reviewer) => set({ reviewer })}
      />
      <DayEntry
        name="reviewedOn"
        label={t('reviewedOn')}
        isRequired
        isHalf
        value={value.reviewedOn}
        onChange={(reviewedOn) => set({ reviewedOn })}
      />
      <ChoiceField
        name="reviewResult"
        label={t('reviewResult')}
        isRequired
        isHalf
        value={value.reviewResult}
        onChange={(reviewResult) => set({ reviewResult })}
        options={REVIEW_RESULTS.map((result) => ({ value: result, label: terms(`reviewResult.${result}`) }))}
      />
      <ReviewTick isReviewed={value.isReviewed} onChange={(isReviewed) => set({ isReviewed })} />
    </FormDialog>
  );
}

function ReviewTick(props: { readonly isReviewed: boolean; readonly onChange: (isReviewed: boolean) => void }) {
  const { t } = useText(mattersText);
  return (
    <DialogField name="isReviewed" label={t('reviewDone')} isRequired isHalf>
      {(control) => (
        <div className="matter-tick">
          <label htmlFor={control.id}>
            <input
              {...control}
              type="checkbox"
              checked={props.isReviewed}
              onChange={(event) => props.onChange(event.target.checked)}
            />
            {t('isReviewed')}
          </label>
        </div>
      )}
    </DialogField>
  );
}

/** The stage and the channel that have nothing yet. */
function proposed({ summary, publications }: MatterDetail): { readonly stage: string; readonly channel: string } {
  const kind = kindOf(summary.kind);
  const standing = publications.filter(({ withdrawnOn }) => withdrawnOn === null);
  const stage = kind.stages.find((each) => standing.every((posting) => posting.stage !== each)) ?? kind.stages.at(-1);
  const inStage = standing.filter((posting) => posting.stage === stage);
  const free = kind.channels.find((channel) => inStage.every((posting) => posting.channel !== channel));
  const channel = kind.isStanding ? kind.channels[0] : (free ?? kind.channels[0]);
  return { stage: stage ?? '', channel: channel ?? '' };
}

function brokenIn(
  publishing: Publishing,
  detail: MatterDetail,
  known: { readonly today: Day; readonly publisher: string },
): readonly Broken[] {
  const { evidence: _, summary: __, ...value } = publishing;
  const met = metBy(publishing, detail);
  return brokenOnMatterPosting(kindOf(detail.summary.kind), value, { ...factsOf(detail), ...known, met });
}

/** The duties that this publication does: one of several channels does none yet. */
function metBy({ stage, channel, postedOn, evidence }: Publishing, detail: MatterDetail): MatterDetail['duties'] {
  if (postedOn === null) return [];
  const posting = { stage, channel, postedOn, hasEvidence: evidence !== null };
  const met = owedMetBy(kindOf(detail.summary.kind), factsOf(detail), posting);
  return detail.duties.filter(({ rule, triggerOn }) =>
    met.some((owed) => owed.rule === rule && owed.trigger.on === triggerOn),
  );
}

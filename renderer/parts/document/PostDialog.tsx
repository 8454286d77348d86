/** Enters a posting: where, when, evidence; everything in the way is said at once, each beside its field. */

import { useQuery } from '@tanstack/react-query';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import { type Day, formatDay } from '../../../electron/domain/day.ts';
import { brokenOnPosting, CHANNELS, proofreadingRounds } from '../../../electron/domain/publication.ts';
import { reviewState } from '../../../electron/domain/review.ts';
import { client, orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { publicationText } from '../../text/publication.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceField, DayEntry, TextField } from '../form/DialogField.tsx';
import { EvidenceField } from '../form/EvidenceField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { PageState } from '../PageState.tsx';
import { recordOf } from './review.ts';
import { useRoundsRequired } from './useRounds.ts';

type Props = {
  readonly documentId: string;
  readonly onDone: (detail: DocumentDetail) => void;
  readonly onCancel: () => void;
};

type Posting = {
  readonly channel: string;
  readonly url: string;
  readonly postedOn: Day | null;
  readonly lateReason: string;
  readonly exceptionReason: string;
};

const FIELDS: readonly string[] = ['channel', 'url', 'postedOn', 'lateReason', 'exceptionReason', 'evidence'];

export function PostDialog(props: Props) {
  const asked = useQuery(orpc.documents.get.queryOptions({ input: { id: props.documentId } }));
  if (asked.data === undefined) return <PageState of={asked} />;
  return <PostForm {...props} detail={asked.data} />;
}

function PostForm({ detail, onDone, onCancel }: Props & { readonly detail: DocumentDetail }) {
  const { t, language } = useText(publicationText);
  const terms = useTerms();
  const { state } = useSeat();
  const roundsRequired = useRoundsRequired();
  const { summary, input } = detail;
  const dueOn = summary.posting?.dueOn ?? null;
  const form = useDialogForm<Posting & { readonly evidence: File | null }, DocumentDetail>({
    initial: {
      channel: input.channel || 'website',
      url: '',
      postedOn: state.today,
      lateReason: '',
      exceptionReason: '',
      evidence: null,
    },
    check: (value) => brokenIn(value, detail, { today: state.today, roundsRequired }),
    write: (value, id) =>
      client.publications.post({
        ...value,
        url: value.url.trim(),
        id,
        documentId: summary.id,
        postedOn: value.postedOn ?? state.today,
      }),
    onDone,
  });
  const { value, set } = form;
  const inTheWay = form.own.filter(({ field }) => !FIELDS.includes(field));
  const isLate = dueOn !== null && value.postedOn !== null && value.postedOn > dueOn;
  const needsException =
    summary.isNormative && form.own.some(({ code }) => code.startsWith('publication.interpretation'));
  return (
    <FormDialog title={t('postTitle')} confirm={t('confirm')} form={form} onCancel={onCancel} width={640}>
      <p className="doc-named">
        <span className="number">{summary.docNumber}</span> {summary.title}
      </p>
      {inTheWay.length > 0 && (
        <div className="form-note wrong" role="alert">
          {inTheWay.map(({ code, params }) => (
            <p key={code}>{terms(code, params)}</p>
          ))}
        </div>
      )}
      <TextField
        name="url"
        label={t('url')}
        hint={t('urlHint')}
        isRequired
        type="url"
        maxLength={2000}
        value={value.url}
        onChange={(url) => set({ url })}
      />
      <ChoiceField
        name="channel"
        label={t('channel')}
        isRequired
        isHalf
        value={value.channel}
        onChange={(channel) => set({ channel })}
        options={CHANNELS.map((channel) => ({ value: channel, label: terms(`channel.${channel}`) }))}
      />
      <DayEntry
        name="postedOn"
        label={t('postedOn')}
        isRequired
        isHalf
        hint={dueOn !== null && !isLate ? t('inTime', { dueOn: formatDay(dueOn, language) }) : undefined}
        value={value.postedOn}
        onChange={(postedOn) => set({ postedOn })}
      />
      {isLate && (
        <TextField
          name="lateReason"
          label={t('lateReason')}
          hint={t('lateHint', { dueOn: formatDay(dueOn, language) })}
          isRequired
          isLong
          maxLength={1000}
          value={value.lateReason}
          onChange={(lateReason) => set({ lateReason })}
        />
      )}
      {(needsException || value.exceptionReason !== '') && (
        <TextField
          name="exceptionReason"
          label={t('exceptionReason')}
          hint={t('exceptionHint')}
          isLong
          maxLength={1000}
          value={value.exceptionReason}
          onChange={(exceptionReason) => set({ exceptionReason })}
        />
      )}
      <EvidenceField file={value.evidence} onFile={(evidence) => set({ evidence })} />
    </FormDialog>
  );
}

function brokenIn(
  posting: Posting,
  detail: DocumentDetail,
  known: { readonly today: Day; readonly roundsRequired: number },
): readonly Broken[] {
  const { summary, input, contentHash, revision } = detail;
  const newest = detail.reviews[0];
  const review = newest && recordOf(newest, summary.id);
  return brokenOnPosting(
    { ...posting, url: posting.url.trim() },
    {
      attribute: summary.attribute,
      isVoided: summary.isVoided,
      isNormative: summary.isNormative,
      isLeaderRelated: summary.isLeaderRelated,
      signedOn: summary.signedOn,
      reviewedChannel: input.channel,
      review: reviewState(review, contentHash),
      proofreadingRounds: proofreadingRounds({
        rounds: detail.proofreadings,
        revision,
        review,
        currentContentHash: contentHash,
      }),
      proofreadingRoundsRequired: known.roundsRequired,
      interpretedOn: detail.interpretations.map(({ postedOn }) => postedOn),
      today: known.today,
      dueOn: summary.posting?.dueOn,
    },
  );
}

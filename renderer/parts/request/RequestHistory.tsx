/** What happened to a request, newest first: the day it happened, who entered it, and what was said. */

import { useMutation, useQuery } from '@tanstack/react-query';
import type { RequestDetail, RequestEventRecord } from '../../../electron/contract/requests.ts';
import { client, orpc } from '../../client.ts';
import { openWritten, saveFile } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';
import { momentText } from '../moment.ts';
import { Problem } from '../Problem.tsx';

export function RequestHistory({ detail }: { readonly detail: RequestDetail }) {
  const { t } = useText(requestText);
  return (
    <Section id="history" title={t('history')}>
      <ol className="lines">
        {detail.events.toReversed().map((event) => (
          <Line key={event.id} event={event} detail={detail} />
        ))}
        <li>
          <b className="number">{detail.input.arrivedOn}</b>
          <b>{t('historyRegistered')}</b>
          <span>{detail.registeredBy}</span>
          <span className="grey">{t('enteredAt', { at: momentText(detail.enteredAt) })}</span>
        </li>
      </ol>
    </Section>
  );
}

function Line({ event, detail }: { readonly event: RequestEventRecord; readonly detail: RequestDetail }) {
  const { t } = useText(requestText);
  const terms = useTerms();
  const said = useSaid(event, detail);
  const { attachmentId } = event;
  const proof = useMutation({
    mutationFn: async (id: string) => {
      const saved = await saveFile(await client.requests.evidence({ attachmentId: id }));
      if (saved?.path) await openWritten(saved.path);
    },
  });
  return (
    <li>
      <b className="number">{event.on}</b>
      <b>{terms(`requestEvent.${event.step.kind}`)}</b>
      {said !== '' && <span>{said}</span>}
      <span>{event.by}</span>
      <span className="grey">{t('enteredAt', { at: momentText(event.enteredAt) })}</span>
      {attachmentId !== null && (
        <button type="button" className="link-button" onClick={() => proof.mutate(attachmentId)}>
          {t('proof', { name: event.attachmentName })}
        </button>
      )}
      <Problem error={proof.error} />
    </li>
  );
}

/** Fields whose values are words of the domain. */
const CODED: Readonly<Record<string, string>> = {
  cause: 'abandonCause',
  party: 'consultedParty',
  answer: 'consultationAnswer',
  basis: 'feeBasis',
  way: 'deliveryWay',
  remedy: 'remedy',
  result: 'remedyResult',
};
const UNSAID: readonly string[] = ['kind', 'consultationId', 'caseId', 'draft'];

/** The facts of an event in one line. */
function useSaid({ step }: RequestEventRecord, detail: RequestDetail): string {
  const { t } = useText(requestText);
  const terms = useTerms();
  const divisions = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 }));
  if (step.kind === 'drafted') return terms(`reply.${step.draft.replyKind}`);
  const worded = (field: string, value: string | number): string => {
    if (field === 'divisionId') return divisions.data?.find(({ id }) => id === value)?.name ?? '';
    if (field === 'otherId') return detail.others.find(({ id }) => id === value)?.registerNumber ?? '';
    if (field === 'yuan') return t('feeAmount', { yuan: value });
    if (field === 'workingDays') return t('historyDays', { count: value });
    const prefix = CODED[field];
    return prefix === undefined ? String(value) : terms(`${prefix}.${value}`);
  };
  return Object.entries(step)
    .filter(([field, value]) => !UNSAID.includes(field) && value !== '')
    .map(([field, value]) => worded(field, value as string | number))
    .filter((part) => part !== '')
    .join(' · ');
}

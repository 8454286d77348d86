/** Re-assessment: what is not open, the old stock, and normative documents in force, decided one by one or many with one reason. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ReassessmentRecord } from '../../electron/contract/normative.ts';
import { formatDay, yearOf } from '../../electron/domain/day.ts';
import { DECISIONS_ON, type Decision, OCCASIONS, type Occasion } from '../../electron/domain/reassessment.ts';
import type { Role } from '../../electron/domain/roles.ts';
import { client, orpc } from '../client.ts';
import { FIRST_SEEN } from '../parts/grid/useWindow.ts';
import { ListOutput } from '../parts/ListOutput.tsx';
import { Problem } from '../parts/Problem.tsx';
import { JudgeDialog } from '../parts/reassessment/JudgeDialog.tsx';
import { ReassessmentGrid } from '../parts/reassessment/ReassessmentGrid.tsx';
import { type ReassessmentRows, useReassessmentRows } from '../parts/reassessment/useReassessmentRows.ts';
import { Segments } from '../parts/Segments.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { reassessmentText } from '../text/reassessment.ts';
import { useTerms } from '../text/terms.ts';
import '../parts/Disclosure.css';
import '../parts/ledger/FilterBar.css';
import './WorkList.css';
import './ReassessmentPage.css';

/** As many as one decision may hold. */
const MOST_MARKED = 500;
const YEARS_BACK = 4;
const JUDGES: readonly Role[] = ['clerk', 'divisionHead'];

export function ReassessmentPage() {
  const { t } = useText(reassessmentText);
  const terms = useTerms();
  const { actor, state } = useSeat();
  const [params, setParams] = useSearchParams();
  const thisYear = yearOf(state.today);
  const occasion = OCCASIONS.find((known) => known === params.get('occasion')) ?? 'yearly';
  const year = Number(params.get('year')) || thisYear;
  const isDecided = params.get('show') === 'done';
  const divisionId = params.get('division') ?? '';
  const show = (change: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(change)) {
      if (value === '') next.delete(key);
      else next.set(key, value);
    }
    setParams(next, { replace: true });
  };
  return (
    <div className="reassessment">
      <h1>
        {t('heading')} <small>{t(holds(actor, JUDGES) ? 'headingHint' : 'headingHintRead')}</small>
      </h1>
      <div className="reassessment-bar">
        <Segments
          name={t('heading')}
          options={OCCASIONS}
          value={occasion}
          say={(name) => terms(`occasion.${name}`)}
          onChoose={(name) => show({ occasion: name })}
        />
        <Segments
          name={t('table')}
          options={['open', 'done']}
          value={isDecided ? 'done' : 'open'}
          say={(name) => t(`show.${name}`)}
          onChoose={(name) => show({ show: name === 'done' ? name : '' })}
        />
        {occasion !== 'stock' && (
          <select
            className="chip"
            aria-label={t('year')}
            value={year}
            onChange={(event) => show({ year: event.target.value })}
          >
            {Array.from({ length: YEARS_BACK }, (_, back) => thisYear - back).map((one) => (
              <option key={one} value={one}>
                {t('yearOf', { year: one })}
              </option>
            ))}
          </select>
        )}
        <DivisionChip value={divisionId} onChange={(division) => show({ division })} />
      </div>
      <p className="grey">{t(`about.${occasion}`)}</p>
      {occasion === 'cleanup' && <Counts year={year} />}
      <Worklist
        key={`${occasion} ${year} ${isDecided} ${divisionId}`}
        {...{ occasion, year, isDecided }}
        {...(divisionId === '' ? {} : { divisionId })}
      />
    </div>
  );
}

function DivisionChip({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { t } = useText(reassessmentText);
  const { actor } = useSeat();
  const divisions = useQuery(orpc.people.divisions.queryOptions());
  if (!holds(actor, ['clerk', 'officeReviewer', 'leaderInCharge', 'auditor'])) return null;
  return (
    <select
      className={value === '' ? 'chip' : 'chip set'}
      aria-label={t('division')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('divisionAll')}</option>
      {(divisions.data ?? [])
        .filter(({ closedOn }) => closedOn === null)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  );
}

function Counts({ year }: { readonly year: number }) {
  const { t } = useText(reassessmentText);
  const counts = useQuery(orpc.normative.counts.queryOptions({ input: { year } }));
  return <p>{counts.data && t('counts', { year, ...counts.data })}</p>;
}

type ListProps = {
  readonly occasion: Occasion;
  readonly year: number;
  readonly isDecided: boolean;
  readonly divisionId?: string;
};

function Worklist(asked: ListProps) {
  const { occasion, year, isDecided } = asked;
  const { t } = useText(reassessmentText);
  const terms = useTerms();
  const navigate = useNavigate();
  const { actor } = useSeat();
  const [seen, setSeen] = useState(FIRST_SEEN);
  const [at, setAt] = useState(0);
  const [marked, setMarked] = useState<ReadonlyMap<string, ReassessmentRecord>>(new Map());
  const [judging, setJudging] = useState<Decision>();
  const [lastReason, setLastReason] = useState('');
  const [said, setSaid] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const rows = useReassessmentRows(asked, seen);
  const selected = Math.max(Math.min(at, rows.total - 1), 0);
  const isProposal = !holds(actor, ['clerk']);
  const mayJudge = !isDecided && holds(actor, JUDGES);
  const current = rows.rowAt(selected);
  const chosen = marked.size > 0 ? [...marked.values()] : current ? [current] : [];
  const decisions = DECISIONS_ON[occasion];
  const isPossible = (decision: Decision) =>
    chosen.length > 0 && chosen.every((row) => row.decisions.includes(decision));
  useShortcuts([
    { keys: ['J', 'K', '↑', '↓'], label: t('keyRows') },
    { keys: ['Enter'], label: t('keyOpen') },
    ...(mayJudge
      ? [
          { keys: ['X', 'Space'], label: t('keyMark') },
          { keys: ['Escape'], label: t('keyUnmark') },
          { keys: decisions.map((_, nth) => String(nth + 1)), label: t(isProposal ? 'keyPropose' : 'keyDecide') },
        ]
      : []),
  ]);

  function mark(row: ReassessmentRecord): void {
    if (!mayJudge) return;
    const next = new Map(marked);
    if (!next.delete(row.documentId)) next.set(row.documentId, row);
    if (next.size > MOST_MARKED) setSaid(t('mostMarked', { most: MOST_MARKED }));
    else setMarked(next);
  }
  function judge(decision: Decision | undefined): void {
    if (mayJudge && decision !== undefined && isPossible(decision)) setJudging(decision);
  }
  function done(decision: Decision, count: number, reason: string): void {
    setJudging(undefined);
    setMarked(new Map());
    setLastReason(reason);
    setSaid(t(isProposal ? 'proposed' : 'decided', { count, decision: terms(`decision.${decision}`) }));
    box.current?.focus();
  }
  const proposed = chosen.length === 1 ? chosen[0]?.proposal : undefined;

  return (
    <>
      <div className="reassessment-bar">
        <Progress rows={rows} />
        <ListOutput total={rows.total} onAsk={(wanted) => client.reassessments.export({ ...asked, ...wanted })} />
      </div>
      {mayJudge && (
        <div className="reassessment-bar">
          <span className="grey">{marked.size > 0 ? t('marked', { count: marked.size }) : t('forRow')}</span>
          {decisions.map((decision, nth) => (
            <Button key={decision} disabled={!isPossible(decision)} onClick={() => judge(decision)}>
              <kbd>{nth + 1}</kbd> {terms(`decision.${decision}`)}
            </Button>
          ))}
          {marked.size > 0 && (
            <button type="button" className="quiet-button" onClick={() => setMarked(new Map())}>
              {t('unmark')}
            </button>
          )}
        </div>
      )}
      <p className="work-said" role="status">
        {said}
      </p>
      <Problem error={rows.error} />
      <div className="reassessment-rows">
        <ReassessmentGrid
          {...{ box, occasion, isDecided, rows, selected, marked }}
          onSelect={setAt}
          onSee={setSeen}
          onMark={mark}
          onUnmark={() => setMarked(new Map())}
          onOpen={({ documentId }) => void navigate(`/documents/${documentId}`)}
          onDecide={(nth) => judge(decisions[nth - 1])}
        />
        {rows.total === 0 && !rows.isPending && rows.error === null && (
          <p className="reassessment-none" role="status">
            {t(isDecided ? 'emptyDone' : 'emptyOpen')}
          </p>
        )}
      </div>
      {judging !== undefined && (
        <JudgeDialog
          {...{ occasion, year, chosen, isProposal }}
          decision={judging}
          reason={proposed?.decision === judging ? proposed.reason : lastReason}
          onCancel={() => setJudging(undefined)}
          onDone={(count, reason) => done(judging, count, reason)}
        />
      )}
    </>
  );
}

function Progress({ rows }: { readonly rows: ReassessmentRows }) {
  const { t, language } = useText(reassessmentText);
  const { open, done, dueOn } = rows;
  if (dueOn === undefined) return null;
  const total = open + done;
  return (
    <p className="reassessment-progress">
      <progress aria-label={t('progressLabel')} max={Math.max(total, 1)} value={done} />{' '}
      {t('progress', { total, done, open, dueOn: formatDay(dueOn, language) })}
    </p>
  );
}

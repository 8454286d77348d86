/**
 * What is typed into a report: shown and checked at once, saved as soon as a field is left. What the engine refuses stays
 * in its field until it is mended.
 */

import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { AnnualReportRecord } from '../../../electron/contract/reports.ts';
import { type BrokenCheck, brokenChecks } from '../../../electron/domain/annualReport/checks.ts';
import { cellKey, type ReportLayout, type ReportSection } from '../../../electron/domain/annualReport/layout.ts';
import { type Figures, missingCells, withSums } from '../../../electron/domain/annualReport/report.ts';
import type { TypedFigure } from '../../../electron/domain/annualReport/rules.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import { client, orpc, queryClient, untilAnswered } from '../../client.ts';
import { brokenIn } from '../Problem.tsx';

type Edits = {
  readonly figures: Readonly<Record<string, TypedFigure>>;
  readonly texts: Readonly<Partial<Record<ReportSection, string>>>;
};
const NOTHING: Edits = { figures: {}, texts: {} };

export type ReportDraft = {
  readonly values: Figures;
  readonly checks: readonly BrokenCheck[];
  readonly missing: readonly string[];
  readonly problems: readonly Broken[];
  readonly error: Error | null;
  readonly state: 'saved' | 'saving' | 'unsaved';
  readonly text: (section: ReportSection) => string;
  readonly setText: (section: ReportSection, text: string) => void;
  readonly setFigures: (figures: readonly TypedFigure[]) => void;
};

export function useReportDraft(record: AnnualReportRecord, layout: ReportLayout): ReportDraft {
  const [edits, setEdits] = useState<Edits>(NOTHING);
  const [refused, setRefused] = useState<Edits>();
  const { edition } = record;
  const save = useMutation({
    mutationFn: (sent: Edits) =>
      untilAnswered(() =>
        client.reports.amend({
          id: edition?.id ?? '',
          version: edition?.version ?? 0,
          texts: sent.texts,
          figures: Object.values(sent.figures),
        }),
      ),
    onSuccess: (answer, sent) => {
      const key = orpc.reports.get.queryKey({ input: { year: record.year } });
      queryClient.setQueryData(key, answer);
      void queryClient.invalidateQueries({ queryKey: orpc.reports.get.key() });
      setEdits((now) => without(now, sent));
    },
    onError: (_, sent) => setRefused(sent),
  });
  const isDirty = Object.keys(edits.figures).length + Object.keys(edits.texts).length > 0;
  const { mutate, isPending } = save;
  useEffect(() => {
    if (isDirty && !isPending && edits !== refused) mutate(edits);
  }, [edits, isDirty, isPending, refused, mutate]);

  const values = useMemo(() => liveValues(record, layout, edits), [record, layout, edits]);
  const checks = useMemo(() => brokenChecks(layout, values, lastYears(record)), [layout, values, record]);
  return {
    values,
    checks,
    missing: useMemo(() => missingCells(layout, values).map(({ key }) => key), [layout, values]),
    problems: brokenIn(save.error),
    error: save.error,
    state: isPending ? 'saving' : isDirty ? 'unsaved' : 'saved',
    text: (section) => edits.texts[section] ?? record.texts[section] ?? '',
    setText: (section, text) => setEdits((now) => ({ ...now, texts: { ...now.texts, [section]: text } })),
    setFigures: (figures) =>
      setEdits((now) => {
        const added = Object.fromEntries(figures.map((figure) => [figure.key, figure]));
        return { ...now, figures: { ...now.figures, ...added } };
      }),
  };
}

/** What was sent and is saved; what was typed meanwhile stays. */
function without(now: Edits, sent: Edits): Edits {
  const left = <Value>(held: Readonly<Record<string, Value>>, saved: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(held).filter(([key, value]) => saved[key] !== value));
  return { figures: left(now.figures, sent.figures), texts: left(now.texts, sent.texts as Record<string, string>) };
}

function liveValues(record: AnnualReportRecord, layout: ReportLayout, { figures }: Edits): Figures {
  if (record.edition?.signedOn) return Object.fromEntries(record.figures.map(({ key, value }) => [key, value]));
  const given = record.figures.map(({ key, value, origin, registryValue }) => {
    const typed = figures[key] ? figures[key].value : origin === 'typed' ? value : null;
    return [key, typed ?? registryValue] as const;
  });
  return withSums(layout, Object.fromEntries(given));
}

/** Last year's report, where there is one, is known by what it carries in. */
function lastYears(record: AnnualReportRecord): Figures | undefined {
  const carried = record.figures.filter(({ rows }) => rows?.room === 'annual-report');
  if (carried.length === 0) return undefined;
  const known = carried.map(({ key, registryValue }) => [lastKey(key), registryValue] as const);
  const total = carried.reduce((sum, { registryValue }) => sum + (registryValue ?? 0), 0);
  return { ...Object.fromEntries(known), [cellKey('requests', 'all', 'carriedOut', 'total')]: total };
}

function lastKey(key: string): string {
  return cellKey('requests', 'all', 'carriedOut', key.split('.').at(-1) ?? '');
}

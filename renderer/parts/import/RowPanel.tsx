/** One row of the file: why it is refused, what was repaired, and its cells to be mended in place. */

import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ImportColumns, ImportRow } from '../../../electron/contract/imports.ts';
import { cellAddress } from '../../../electron/domain/cellAddress.ts';
import { hasWords } from '../../../electron/domain/wording/say.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { Labelled } from '../Labelled.tsx';
import { Problem } from '../Problem.tsx';
import { isComposing } from '../shortcuts.ts';
import { repairedWords } from './rowWords.ts';
import type { Correction } from './useImport.ts';

type Props = {
  readonly row: ImportRow | undefined;
  readonly headers: ImportColumns['columns'];
  readonly onCorrect: (correction: Correction) => Promise<void>;
};

type Found = ImportRow['problems'][number];

export function RowPanel({ row, headers, onCorrect }: Props) {
  const { t } = useText(importText);
  const terms = useTerms();
  const correct = useMutation({ mutationFn: onCorrect });
  if (row === undefined) return <aside className="card import-panel grey">{t('panelNone')}</aside>;
  const sentence = ({ code, field, cell, params }: Found) => {
    const name = hasWords(`field.${field}`) ? terms(`field.${field}`) : '';
    const place = [name, cell ?? ''].filter((part) => part !== '').join(' ');
    return `${place === '' ? '' : `${place}${t('colon')}`}${terms(code, params)}`;
  };
  return (
    <aside className="card import-panel" aria-label={t('panel', { row: row.row })}>
      <h2>
        {t('panel', { row: row.row })} <small className="grey">{!row.isSecret && t('panelHint')}</small>
      </h2>
      {row.isSecret ? (
        <p className="notice wrong">{t('secretRow')}</p>
      ) : (
        <>
          <Findings title={t('reasons')} tone="wrong" lines={row.problems.map(sentence)} />
          <Findings title={t('warnings')} tone="look" lines={row.warnings.map(sentence)} />
          <Findings
            title={t('repairs')}
            tone="plain"
            lines={row.repairs.map((repair) => {
              const name = terms(`field.${repair.field}`);
              const before = repair.before === '' ? t('blankValue') : repair.before;
              return `${name}${t('colon')}${before} → ${repairedWords(repair, terms, t)}`;
            })}
          />
          <Problem error={correct.error} />
          {wrongFirst(row).map(({ column, text, isCorrected }) => {
            const address = cellAddress(row.row, column);
            return (
              <CellField
                key={`${address} ${text}`}
                label={`${headers[column]?.header ?? ''} ${address}`}
                isMended={isCorrected}
                text={text}
                isWrong={row.problems.some(({ cell }) => cell === address)}
                onMend={(next) => correct.mutate({ row: row.row, column, text: next })}
              />
            );
          })}
        </>
      )}
    </aside>
  );
}

function wrongFirst({ row, cells, problems }: ImportRow): ImportRow['cells'] {
  const isWrong = ({ column }: ImportRow['cells'][number]) =>
    problems.some(({ cell }) => cell === cellAddress(row, column));
  return [...cells.filter(isWrong), ...cells.filter((cell) => !isWrong(cell))];
}

type FindingsProps = {
  readonly title: string;
  readonly tone: 'wrong' | 'look' | 'plain';
  readonly lines: readonly string[];
};

function Findings({ title, tone, lines }: FindingsProps) {
  if (lines.length === 0) return null;
  return (
    <section className={`import-findings ${tone}`}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

type CellProps = {
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly isMended: boolean;
  readonly onMend: (text: string) => void;
};

/** Enter takes the new text, Escape leaves the old one and goes back to the rows. */
function CellField({ label, text, isWrong, isMended, onMend }: CellProps) {
  const { t } = useText(importText);
  const [draft, setDraft] = useState(text);
  useEffect(() => setDraft(text), [text]);
  const mend = (): void => {
    if (draft !== text) onMend(draft);
  };
  return (
    <Labelled
      label={
        <>
          {label} {isMended && <b className="state-on">{t('changed')}</b>}
        </>
      }
    >
      {(id) => (
        <input
          id={id}
          className="in"
          aria-invalid={isWrong}
          value={draft}
          title={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={mend}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return;
            if (event.key === 'Enter' && !event.ctrlKey) {
              event.preventDefault();
              mend();
              document.querySelector<HTMLElement>('.import-grid')?.focus();
            }
            if (event.key === 'Escape') {
              setDraft(text);
              document.querySelector<HTMLElement>('.import-grid')?.focus();
            }
          }}
        />
      )}
    </Labelled>
  );
}

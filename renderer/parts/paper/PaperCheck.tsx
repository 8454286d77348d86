/** Holds a printed ledger against the registry, by its PDF, its number or the code on it; names what changed since. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type SyntheticEvent, useState } from 'react';
import type { PaperCheck as Check } from '../../../electron/contract/ledgers.ts';
import { paperVerdict } from '../../../electron/domain/ledgerPaper.ts';
import { client } from '../../client.ts';
import { chooseFile } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { paperCheckText } from '../../text/paperCheck.ts';
import { useTerms } from '../../text/terms.ts';
import { momentText } from '../moment.ts';
import { Problem } from '../Problem.tsx';
import { DropZone } from '../registry/DropZone.tsx';
import './PaperCheck.css';

type Presented = { readonly file: File | null; readonly number: string };

export function PaperCheck() {
  const { t } = useText(paperCheckText);
  const [number, setNumber] = useState('');
  const check = useMutation({ mutationFn: (presented: Presented) => client.ledgers.verifyPaper(presented) });

  function checkNumber(event: SyntheticEvent): void {
    event.preventDefault();
    if (number.trim() !== '') check.mutate({ file: null, number });
  }

  async function choose(): Promise<void> {
    const file = await chooseFile('evidence');
    if (file !== null) check.mutate({ file, number: '' });
  }

  return (
    <DropZone onFile={(file) => check.mutate({ file, number: '' })}>
      <form className="paper-check" onSubmit={checkNumber} aria-label={t('heading')}>
        <b>{t('heading')}</b>
        <small className="grey">{t('hint')}</small>
        <div className="paper-check-row">
          <input
            className="in"
            value={number}
            placeholder="TZ-2019-0017"
            aria-label={t('number')}
            onChange={(event) => setNumber(event.target.value)}
          />
          <Button htmlType="submit" loading={check.isPending}>
            {t('check')}
          </Button>
          <Button onClick={() => void choose()}>{t('choose')}</Button>
        </div>
        <Problem error={check.error} />
        {check.data !== undefined && <Verdict check={check.data} onClose={() => check.reset()} />}
      </form>
    </DropZone>
  );
}

function Verdict({ check, onClose }: { readonly check: Check; readonly onClose: () => void }) {
  const { t } = useText(paperCheckText);
  const terms = useTerms();
  const { snapshot, paper, reprint, changed, changes, isSound } = check;
  const copy =
    paper === 'original'
      ? terms('paperCheck.original')
      : paper === 'reprint'
        ? terms('paperCheck.reprinted', { count: reprint })
        : '';
  return (
    <div className={isSound ? 'paper-verdict sound' : 'paper-verdict'} role="status">
      <p>
        <b>{[snapshot?.number, copy, terms(`paperCheck.${paperVerdict(check)}`)].filter(Boolean).join('　')}</b>
        <button type="button" className="link-button" onClick={onClose}>
          {t('close')}
        </button>
      </p>
      {snapshot && (
        <p className="grey">
          {t('rows', { rows: snapshot.rows, at: momentText(snapshot.printedAt), name: snapshot.printedBy })}
        </p>
      )}
      {changed > 0 && (
        <>
          <p>{t(changed > changes.length ? 'changedFirst' : 'changed', { count: changed, shown: changes.length })}</p>
          <ul className="paper-changes">
            {changes.map((change) => (
              <Change key={`${change.kind} ${change.position} ${change.docNumber} ${change.title}`} change={change} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Change({
  change: { kind, position, docNumber, title, fields },
}: {
  readonly change: Check['changes'][number];
}) {
  const { t } = useText(paperCheckText);
  const terms = useTerms();
  const where = position === null ? '' : t('position', { position });
  return (
    <li>
      {[where, docNumber, title].filter(Boolean).join('　')} <i>{terms(`paperChange.${kind}`)}</i>
      {fields.map(({ field, before, after }) => (
        <div key={field} className="paper-field">
          {terms(`ledgerField.${field}`)}：<del>{before || t('none')}</del> → <ins>{after || t('none')}</ins>
        </div>
      ))}
    </li>
  );
}

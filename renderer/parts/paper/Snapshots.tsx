/** Ledgers and registers that were made: number, extent, maker, and the head of the trail that each carries on paper. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { LEDGER_PRESETS } from '../../../electron/domain/ledgerPreset.ts';
import { REGISTERS } from '../../../electron/domain/registers.ts';
import { client, orpc } from '../../client.ts';
import { newId } from '../../newId.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { paperCheckText } from '../../text/paperCheck.ts';
import { printText } from '../../text/print.ts';
import { momentText } from '../moment.ts';
import { PageState } from '../PageState.tsx';
import { Problem } from '../Problem.tsx';
import { checkCode } from '../registry/checkCode.ts';
import { PaperCheck } from './PaperCheck.tsx';

type Props = { readonly onPaper: (paperId: string) => void };

export function Snapshots({ onPaper }: Props) {
  const { t } = useText(printText);
  const { t: say } = useText(paperCheckText);
  const again = useMutation({
    mutationFn: (snapshotId: string) => client.ledgers.reprint({ id: newId(), snapshotId }),
    onSuccess: ({ paperId }) => onPaper(paperId),
  });
  const { t: named } = useText(deskText);
  const nameOf = (preset: string) => {
    const register = REGISTERS.find((known) => known === preset);
    if (register) return named(`paper.${register}`);
    return t(`preset.${LEDGER_PRESETS.find((known) => known === preset) ?? 'brief'}`);
  };
  const asked = useQuery(orpc.ledgers.snapshots.queryOptions());
  if (asked.data === undefined) return <PageState of={asked} />;
  return (
    <section className="card print-snapshots" aria-label={t('printed')}>
      <h2>
        {t('printed')} <small className="grey">{t('printedHint')}</small>
      </h2>
      <PaperCheck />
      <Problem error={again.error} />
      {asked.data.length === 0 ? (
        <p className="grey print-none">{t('printedNone')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('column.number')}</th>
              <th scope="col">{t('column.preset')}</th>
              <th scope="col" className="amount">
                {t('column.rows')}
              </th>
              <th scope="col">{t('column.printed')}</th>
              <th scope="col">{t('column.head')}</th>
              <th scope="col">{say('again')}</th>
            </tr>
          </thead>
          <tbody>
            {asked.data.map(({ id, number, preset, columnSet, rows, printedAt, printedBy, headSeq, headHash }) => (
              <tr key={id}>
                <td className="number">{number}</td>
                <td>{columnSet || nameOf(preset)}</td>
                <td className="amount">{rows}</td>
                <td>
                  <span className="number">{momentText(printedAt)}</span>
                  <br />
                  <small className="grey">{printedBy}</small>
                </td>
                <td className="number" title={t('headTitle', { seq: headSeq, hash: headHash })}>
                  {checkCode(headHash)}
                </td>
                <td>
                  <Button
                    size="small"
                    loading={again.isPending && again.variables === id}
                    aria-label={say('againOf', { number })}
                    onClick={() => again.mutate(id)}
                  >
                    {say('again')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

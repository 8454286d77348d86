/** Open deadlines that a change of calendar or rules moves, each with where it was and where it goes. */

import type { MovedDeadline } from '../../../electron/contract/duties.ts';
import { calendarText } from '../../text/calendar.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import './Registry.css';

export function MovedDeadlines({ moved }: { readonly moved: readonly MovedDeadline[] }) {
  const { t } = useText(calendarText);
  const terms = useTerms();
  if (moved.length === 0) return null;
  return (
    <div className="moved">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('moved.document')}</th>
            <th scope="col">{t('moved.rule')}</th>
            <th scope="col">{t('moved.before')}</th>
            <th scope="col">{t('moved.after')}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((row) => (
            <tr key={`${row.subject.kind}${row.subject.id}${row.rule}`}>
              <td>
                <span className="number">
                  {row.subject.number || (row.subject.kind === 'document' && t('unnumbered'))}
                </span>{' '}
                {row.subject.title}
              </td>
              <td className="number">{terms(`duty.${row.rule}`)}</td>
              <td className="number">
                {row.before ?? t('moved.none')}{' '}
                {row.wasProvisional && <small className="grey">{t('provisional')}</small>}
              </td>
              <td className="number">
                <b>{row.after ?? t('moved.none')}</b>{' '}
                {row.isProvisional && <small className="grey">{t('provisional')}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Open deadlines that a change of the calendar moves, each with where it was and where it goes. */

import type { Day } from '../../../electron/domain/day.ts';
import { calendarText } from '../../text/calendar.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';

export type Moved = {
  readonly documentId: string;
  readonly docNumber: string | null;
  readonly title: string;
  readonly rule: string;
  readonly before: Day;
  readonly after: Day;
  readonly wasProvisional: boolean;
  readonly isProvisional: boolean;
};

export function MovedDeadlines({ moved }: { readonly moved: readonly Moved[] }) {
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
            <tr key={`${row.documentId}${row.rule}`}>
              <td>
                <span className="number">{row.docNumber ?? t('unnumbered')}</span> {row.title}
              </td>
              <td className="number">{terms(`duty.${row.rule}`)}</td>
              <td className="number">
                {row.before} {row.wasProvisional && <small className="grey">{t('provisional')}</small>}
              </td>
              <td className="number">
                <b>{row.after}</b> {row.isProvisional && <small className="grey">{t('provisional')}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The register of one kind, drawn from its definition; arrow keys choose a row, Enter opens it. */

import { Link } from 'react-router';
import type { MatterSummary } from '../../../electron/contract/matters.ts';
import type { MatterField, MatterKind } from '../../../electron/domain/matters/kind.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';
import { DeadlineBadge } from '../DeadlineBadge.tsx';
import { RowTable } from '../RowTable.tsx';
import type { useRowKeys } from '../useRowKeys.ts';
import { useMatterValue } from './useMatterValue.ts';

type Props = {
  readonly kind: MatterKind;
  readonly rows: readonly MatterSummary[];
  readonly rowProps: ReturnType<typeof useRowKeys<MatterSummary>>['rowProps'];
};

export function MatterTable({ kind, rows, rowProps }: Props) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  const worded = useMatterValue();
  const columns = kind.columns.flatMap((key): readonly MatterField[] =>
    kind.fields.filter((field) => field.key === key),
  );
  return (
    <div className="card work-list">
      <RowTable
        name={terms(`matterKind.${kind.key}`)}
        columns={[
          { id: 'title', heading: t('column.title') },
          ...columns.map(({ key }) => ({ id: key, heading: terms(`field.${key}`) })),
          ...(['division', 'due', 'deadline', kind.isStanding ? 'lastUpdatedOn' : 'lastPostedOn'] as const).map(
            (id) => ({
              id,
              heading: t(`column.${id}`),
            }),
          ),
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id} {...rowProps(row)}>
            <td className="title">
              <Link to={`/matters/${row.id}`} tabIndex={-1}>
                {row.title}
              </Link>
            </td>
            {columns.map((field) => (
              <td key={field.key} className={['day', 'choice'].includes(field.type) ? 'number' : undefined}>
                {worded(field, row.body[field.key])}
              </td>
            ))}
            <td className="matter-division">{row.divisionName}</td>
            <td className="number">{row.duty?.dueOn}</td>
            <td>
              <MatterStanding matter={row} />
            </td>
            <td className="number">{row.lastPostedOn}</td>
          </tr>
        ))}
      </RowTable>
    </div>
  );
}

/** Void and done matters say so; the others how much time is left. */
function MatterStanding({ matter }: { readonly matter: MatterSummary }) {
  const terms = useTerms();
  if (matter.isVoided) return <span className="badge">{terms('matterState.voided')}</span>;
  if (matter.duty !== null) return <DeadlineBadge duty={matter.duty} />;
  return <span className="badge">{terms(matter.closedOn === null ? 'matterState.open' : 'matterState.closed')}</span>;
}

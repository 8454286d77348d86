/** A set of own columns made or changed: which columns, in what order, whether a sheet has room for them, under what name. */

import { useContext } from 'react';
import type { ColumnSetRecord } from '../../../electron/contract/columnSets.ts';
import {
  brokenOnColumnSet,
  LEDGER_COLUMN_NAMES,
  type LedgerColumnName,
} from '../../../electron/domain/ledgerColumnSet.ts';
import { LEDGER_PRESETS } from '../../../electron/domain/ledgerPreset.ts';
import { client } from '../../client.ts';
import { holds, useSeat } from '../../session.ts';
import { columnSetText } from '../../text/columnSet.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { DialogContext, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { ChosenColumns } from './ChosenColumns.tsx';
import { SheetRoom } from './SheetRoom.tsx';
import './ColumnSet.css';

type Props = {
  /** Absent for a new one. */
  readonly set?: ColumnSetRecord | undefined;
  readonly others: readonly ColumnSetRecord[];
  readonly onDone: (saved: ColumnSetRecord) => void;
  readonly onCancel: () => void;
};

type Value = { readonly name: string; readonly columns: readonly LedgerColumnName[]; readonly isShared: boolean };

const FIRST_COLUMNS: readonly LedgerColumnName[] = ['docNumber', 'title', 'division', 'signedOn', 'attribute'];

export function ColumnSetDialog({ set, others, onDone, onCancel }: Props) {
  const { t } = useText(columnSetText);
  const terms = useTerms();
  const { actor } = useSeat();
  const taken = [...LEDGER_PRESETS.map((preset) => terms(`ledgerPreset.${preset}`)), ...others.map(({ name }) => name)];
  const form = useDialogForm<Value, ColumnSetRecord>({
    initial: {
      name: set?.name ?? '',
      columns: set?.columns ?? FIRST_COLUMNS,
      isShared: set?.isShared ?? false,
    },
    check: (value) => brokenOnColumnSet(value, taken),
    write: (value, id) =>
      client.columnSets.save({
        ...{ id: set?.id ?? id, version: set?.version ?? 0, name: value.name },
        ...{ columns: [...value.columns], isShared: value.isShared },
      }),
    onDone,
  });
  const { name, columns, isShared } = form.value;
  return (
    <FormDialog
      title={t(set ? 'titleChange' : 'titleNew')}
      confirm={t('save')}
      form={form}
      onCancel={onCancel}
      width={760}
      aside={<KnownColumns columns={columns} onColumns={(next) => form.set({ columns: next })} />}
    >
      <TextField
        name="name"
        label={t('name')}
        isRequired
        maxLength={80}
        value={name}
        onChange={(typed) => form.set({ name: typed })}
      />
      <ChosenColumns columns={columns} onColumns={(next) => form.set({ columns: next })} />
      <SheetRoom columns={columns} />
      <ProblemsOfColumns />
      {holds(actor, ['clerk']) && (
        <label className="print-check">
          <input
            type="checkbox"
            checked={isShared}
            onChange={(event) => form.set({ isShared: event.target.checked })}
          />{' '}
          {t('share')}
        </label>
      )}
    </FormDialog>
  );
}

function KnownColumns({
  columns,
  onColumns,
}: Pick<Value, 'columns'> & { readonly onColumns: (next: Value['columns']) => void }) {
  const { t } = useText(columnSetText);
  const terms = useTerms();
  return (
    <fieldset className="known-columns">
      <legend>{t('known')}</legend>
      <ul>
        {LEDGER_COLUMN_NAMES.map((name) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={columns.includes(name)}
                onChange={(event) =>
                  onColumns(event.target.checked ? [...columns, name] : columns.filter((own) => own !== name))
                }
              />
              {terms(`ledgerColumn.${name}`)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What is wrong with the columns stands below them, not beside one field. */
function ProblemsOfColumns() {
  const terms = useTerms();
  const problems = useContext(DialogContext).broken.filter(({ field }) => field === 'columns' || field === 'isShared');
  return problems.map(({ code, params }) => (
    <p key={code} className="problem-line" role="alert">
      {terms(code, params)}
    </p>
  ));
}

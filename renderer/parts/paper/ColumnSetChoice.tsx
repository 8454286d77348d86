/** Which set of own columns a ledger is printed with; made, changed and removed from here. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ColumnSetRecord } from '../../../electron/contract/columnSets.ts';
import { client, orpc, queryClient, untilAnswered } from '../../client.ts';
import { columnSetText } from '../../text/columnSet.ts';
import { useText } from '../../text/index.ts';
import { Labelled } from '../Labelled.tsx';
import { Problem } from '../Problem.tsx';
import { ColumnSetDialog } from './ColumnSetDialog.tsx';

export function useColumnSets() {
  return useQuery(orpc.columnSets.list.queryOptions());
}

type Props = {
  /** Empty where none is chosen yet. */
  readonly value: string;
  readonly onChoose: (id: string) => void;
};

export function ColumnSetChoice({ value, onChoose }: Props) {
  const { t } = useText(columnSetText);
  const { data: sets = [], error, isSuccess } = useColumnSets();
  const [dialog, setDialog] = useState<'new' | 'change'>();
  const chosen = sets.find(({ id }) => id === value);
  return (
    <div className="column-set-choice">
      <Labelled label={t('choose')}>
        {(id) => (
          <select id={id} className="in" value={chosen?.id ?? ''} onChange={(event) => onChoose(event.target.value)}>
            {chosen === undefined && <option value="">{t('none')}</option>}
            {sets.map((set) => (
              <option key={set.id} value={set.id}>
                {set.isShared ? t('shared', { name: set.name, owner: set.ownerName }) : set.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {isSuccess && sets.length === 0 && <p className="grey">{t('noneYet')}</p>}
      <Problem error={error} />
      <span className="actions">
        <Button size="small" onClick={() => setDialog('new')}>
          {t('add')}
        </Button>
        {chosen?.isMine && (
          <>
            <Button size="small" onClick={() => setDialog('change')}>
              {t('change')}
            </Button>
            <RemoveSet key={chosen.id} set={chosen} />
          </>
        )}
      </span>
      {dialog !== undefined && (
        <ColumnSetDialog
          set={dialog === 'change' ? chosen : undefined}
          others={sets.filter(({ id }) => dialog === 'new' || id !== chosen?.id)}
          onCancel={() => setDialog(undefined)}
          onDone={(saved) => {
            setDialog(undefined);
            onChoose(saved.id);
          }}
        />
      )}
    </div>
  );
}

function RemoveSet({ set }: { readonly set: ColumnSetRecord }) {
  const { t } = useText(columnSetText);
  const [isSure, setSure] = useState(false);
  const remove = useMutation({
    mutationFn: () => untilAnswered(() => client.columnSets.withdraw({ id: set.id })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.columnSets.list.key() }),
  });
  return (
    <>
      <Button
        size="small"
        danger={isSure}
        loading={remove.isPending}
        aria-label={t('removeOf', { name: set.name })}
        onBlur={() => setSure(false)}
        onClick={() => (isSure ? remove.mutate() : setSure(true))}
      >
        {t(isSure ? 'removeSure' : 'remove')}
      </Button>
      <Problem error={remove.error} />
    </>
  );
}

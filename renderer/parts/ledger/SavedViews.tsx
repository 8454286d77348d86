/** Views of the ledger that people saved: filter and order under a name, with the count of today. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DocumentFilter, DocumentSort } from '../../../electron/contract/documents.ts';
import { client, orpc, queryClient, untilAnswered } from '../../client.ts';
import { newId } from '../../newId.ts';
import { useText } from '../../text/index.ts';
import { ledgerText } from '../../text/ledger.ts';
import { Disclosure } from '../Disclosure.tsx';
import { PageState } from '../PageState.tsx';
import { Problem } from '../Problem.tsx';

type View = { readonly filter: DocumentFilter; readonly sort: DocumentSort };

type Props = { readonly shown: View; readonly onShow: (view: View) => void };

export function SavedViews({ shown, onShow }: Props) {
  const { t } = useText(ledgerText);
  return (
    <Disclosure label={t('views')} edge="end">
      {(close) => (
        <ViewList
          shown={shown}
          onShow={(view) => {
            onShow(view);
            close();
          }}
        />
      )}
    </Disclosure>
  );
}

function ViewList({ shown, onShow }: Props) {
  const { t } = useText(ledgerText);
  const [removing, setRemoving] = useState<string>();
  const views = useQuery(orpc.documents.listViews.queryOptions());
  const remove = useMutation({
    mutationFn: (id: string) => untilAnswered(() => client.documents.removeView({ id })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.documents.listViews.key() }),
  });
  return (
    <div className="views">
      <PageState of={views} />
      {views.data?.length === 0 && <p className="grey">{t('viewsNone')}</p>}
      <ul>
        {views.data?.map((view) => (
          <li key={view.id}>
            <button type="button" className="link-button" onClick={() => onShow(view)}>
              {view.name}
            </button>
            <span className="grey">{t('viewCount', { count: view.count })}</span>
            <Button
              size="small"
              danger={removing === view.id}
              aria-label={t('viewRemove', { name: view.name })}
              title={t('viewRemoveAsk', { name: view.name })}
              onBlur={() => setRemoving(undefined)}
              onClick={() => (removing === view.id ? remove.mutate(view.id) : setRemoving(view.id))}
            >
              {removing === view.id ? t('viewRemoveSure') : t('viewRemoveShort')}
            </Button>
          </li>
        ))}
      </ul>
      <Problem error={remove.error} />
      <SaveView shown={shown} existing={views.data ?? []} />
    </div>
  );
}

/** A name that is taken already replaces that view. */
function SaveView(props: {
  readonly shown: View;
  readonly existing: readonly { readonly id: string; readonly name: string }[];
}) {
  const { t } = useText(ledgerText);
  const [name, setName] = useState('');
  const [isNameMissing, setNameMissing] = useState(false);
  const [ownId, setOwnId] = useState(newId);
  const save = useMutation({
    mutationFn: (named: string) => {
      const id = props.existing.find((view) => view.name === named)?.id ?? ownId;
      return untilAnswered(() => client.documents.saveView({ id, name: named, ...props.shown }));
    },
    onSuccess: async () => {
      setName('');
      setOwnId(newId());
      await queryClient.invalidateQueries({ queryKey: orpc.documents.listViews.key() });
    },
  });
  function submit(event: React.FormEvent): void {
    event.preventDefault();
    const named = name.trim();
    setNameMissing(named === '');
    if (named !== '') save.mutate(named);
  }
  return (
    <form onSubmit={submit} className="view-form">
      <label className="chip-field">
        {t('viewName')}
        <input
          className="in"
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          aria-invalid={isNameMissing}
        />
      </label>
      {isNameMissing && (
        <p className="problem-line" role="alert">
          {t('viewNameMissing')}
        </p>
      )}
      <Button htmlType="submit" loading={save.isPending}>
        {t('viewSave')}
      </Button>
      <Problem error={save.error} />
    </form>
  );
}

/** What stands for the cells that an old ledger leaves empty. */

import { useQuery } from '@tanstack/react-query';
import type { ImportMapping } from '../../../electron/contract/imports.ts';
import { ATTRIBUTES } from '../../../electron/domain/attribute.ts';
import { orpc } from '../../client.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { Labelled } from '../Labelled.tsx';

type Props = { readonly mapping: ImportMapping; readonly onChange: (part: Partial<ImportMapping>) => void };

export function DefaultsCard({ mapping, onChange }: Props) {
  const { t } = useText(importText);
  const terms = useTerms();
  const divisions = useQuery(orpc.people.divisions.queryOptions({ staleTime: 60_000 }));
  const { defaults } = mapping;
  const set = (name: keyof ImportMapping['defaults'], value: string): void => {
    const { [name]: _, ...rest } = defaults;
    onChange({ defaults: value === '' ? rest : { ...rest, [name]: value } });
  };
  return (
    <section className="card import-card" aria-label={t('defaults')}>
      <div className="list-bar">
        <h2>
          {t('defaults')} <small className="grey">{t('defaultsHint')}</small>
        </h2>
      </div>
      <div className="import-defaults">
        <Labelled label={t('default.draftingDivision')}>
          {(id) => (
            <select
              id={id}
              className="in"
              value={defaults.draftingDivision ?? ''}
              onChange={(event) => set('draftingDivision', event.target.value)}
            >
              <option value="">{t('defaultNone')}</option>
              {(divisions.data ?? []).map(({ id: divisionId, name }) => (
                <option key={divisionId} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t('default.attribute')}>
          {(id) => (
            <select
              id={id}
              className="in"
              value={defaults.attribute ?? ''}
              onChange={(event) => set('attribute', event.target.value)}
            >
              <option value="">{t('defaultNone')}</option>
              {ATTRIBUTES.map((attribute) => (
                <option key={attribute} value={attribute}>
                  {terms(`attribute.${attribute}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t('default.reason')}>
          {(id) => (
            <input
              id={id}
              className="in"
              maxLength={2000}
              value={defaults.reason ?? ''}
              onChange={(event) => set('reason', event.target.value)}
            />
          )}
        </Labelled>
        <label className="import-tick">
          <input
            type="checkbox"
            checked={mapping.isUnnumberedWhenEmpty}
            onChange={(event) => onChange({ isUnnumberedWhenEmpty: event.target.checked })}
          />{' '}
          {t('unnumbered')}
        </label>
        <label className="import-tick">
          <input
            type="checkbox"
            checked={mapping.isPostedDayWrittenDay}
            onChange={(event) => onChange({ isPostedDayWrittenDay: event.target.checked })}
          />{' '}
          {t('postedAsWritten')}
        </label>
      </div>
    </section>
  );
}

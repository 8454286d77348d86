/** Filters of the duties: states with their counts, duty, subject, division, due days. */

import { Button } from 'antd';
import type { DutyList } from '../../../electron/contract/duties.ts';
import { SUBJECT_KINDS } from '../../../electron/domain/duties.ts';
import { DUTY_RULE_IDS } from '../../../electron/domain/dutyRules.ts';
import { dutiesText } from '../../text/duties.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { DivisionFilter } from '../DivisionFilter.tsx';
import { FilterDay } from '../FilterDay.tsx';
import { Segments } from '../Segments.tsx';
import { SetChip } from '../SetChip.tsx';
import '../ledger/FilterBar.css';
import '../Field.css';
import { Labelled } from '../Labelled.tsx';
import '../registry/Registry.css';
import { type DutyFilter, EVERY_DUTY, STATE_CHOICES } from './filter.ts';

type Props = {
  readonly filter: DutyFilter;
  readonly onFilter: (filter: DutyFilter) => void;
  readonly counts: DutyList['counts'];
  readonly total: number;
};

const OPEN: readonly string[] = ['overdue', 'today', 'soon', 'open'];
const DONE: readonly string[] = ['done', 'met', 'metLate', 'all'];

export function DutyFilterBar({ filter, onFilter, counts, total }: Props) {
  const { t } = useText(dutiesText);
  const set = (part: Partial<DutyFilter>) => onFilter({ ...filter, ...part });
  const { signed } = filter;
  const countOf = (state: string) => counts.find((one) => one.state === state)?.count ?? 0;
  const shown = (state: (typeof STATE_CHOICES)[number]): string => {
    // Of what is done the engine counts only where it is asked for.
    if (DONE.includes(state)) return '';
    const count = state === 'unmet' ? OPEN.reduce((sum, one) => sum + countOf(one), 0) : countOf(state);
    return ` ${count}`;
  };
  return (
    <>
      <Segments
        name={t('states')}
        options={STATE_CHOICES}
        value={filter.state}
        say={(state) => `${t(state)}${shown(state)}`}
        onChoose={(state) => set({ state })}
      />
      <div className="list-bar duty-bar">
        <div className="bar-fields">
          <Choices filter={filter} set={set} />
          <Labelled label={t('from')}>
            {(id) => <FilterDay id={id} value={filter.from} onChange={(from) => set({ from })} />}
          </Labelled>
          <Labelled label={t('to')}>
            {(id) => <FilterDay id={id} value={filter.to} onChange={(to) => set({ to })} />}
          </Labelled>
          {JSON.stringify(filter) !== JSON.stringify(EVERY_DUTY) && (
            <Button onClick={() => onFilter(EVERY_DUTY)}>{t('clear')}</Button>
          )}
        </div>
        {signed && (
          <SetChip
            label={t('signed', { from: signed.from ?? '…', to: signed.to ?? '…' })}
            hint={t('signedClear')}
            onClear={() => set({ signed: undefined })}
          />
        )}
        <span role="status" className="number">
          {t('count', { count: total })}
        </span>
      </div>
      {DONE.includes(filter.state) && !signed && filter.from === null && filter.to === null && (
        <p className="grey duty-hint">{t('doneHint')}</p>
      )}
    </>
  );
}

type ChoiceProps = { readonly filter: DutyFilter; readonly set: (part: Partial<DutyFilter>) => void };

function Choices({ filter, set }: ChoiceProps) {
  const { t } = useText(dutiesText);
  const terms = useTerms();
  return (
    <>
      <Labelled label={t('rule')}>
        {(id) => (
          <select
            id={id}
            className="in"
            value={filter.rule ?? ''}
            onChange={(event) => set({ rule: DUTY_RULE_IDS.find((rule) => rule === event.target.value) ?? null })}
          >
            <option value="">{t('anyRule')}</option>
            {DUTY_RULE_IDS.map((rule) => (
              <option key={rule} value={rule}>
                {terms(`duty.${rule}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={t('kind')}>
        {(id) => (
          <select
            id={id}
            className="in"
            value={filter.kind ?? ''}
            onChange={(event) => set({ kind: SUBJECT_KINDS.find((kind) => kind === event.target.value) ?? null })}
          >
            <option value="">{t('anyKind')}</option>
            {SUBJECT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <DivisionFilter
        label={t('division')}
        all={t('anyDivision')}
        value={filter.divisionId}
        onChange={(divisionId) => set({ divisionId })}
      />
    </>
  );
}

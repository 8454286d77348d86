/** The ledger's filters as one row of chips: a closed chip names what it filters, a set one says by what. */

import { useQuery } from '@tanstack/react-query';
import { type DocumentFilter, POSTING_STATES } from '../../../electron/contract/documents.ts';
import { ATTRIBUTES } from '../../../electron/domain/attribute.ts';
import { DOC_TYPES } from '../../../electron/domain/docType.ts';
import { VALIDITY_STATUSES } from '../../../electron/domain/normative.ts';
import { REVIEW_STAGES } from '../../../electron/domain/review.ts';
import { orpc } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { ledgerText } from '../../text/ledger.ts';
import { useTerms } from '../../text/terms.ts';
import { ChoiceChip } from '../ChoiceChip.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { FilterDay } from '../FilterDay.tsx';
import { SetChip } from '../SetChip.tsx';
import './FilterBar.css';

/** Several stages at once, as the engine groups them. */
const STAGE_GROUPS = ['missing', 'waiting'] as const;
const FLAGS = [
  'isShortOfCopies',
  'isMissingInterpretation',
  'isNormative',
  'isLeaderRelated',
  'isVoided',
] as const satisfies readonly (keyof DocumentFilter)[];

/** Set by a figure of the statistics or the annual report that opens its rows; shown to be seen and taken off. */
const RANGES = [
  ['posted', 'postedFrom', 'postedTo'],
  ['due', 'dueFrom', 'dueTo'],
  ['changed', 'changedFrom', 'changedTo'],
] as const satisfies readonly (readonly [string, keyof DocumentFilter, keyof DocumentFilter])[];

/** As the foot of a printed ledger says it. */
function figureInWords(normativeFigure: string, terms: ReturnType<typeof useTerms>): string {
  const [figure, year = ''] = normativeFigure.split('.');
  return terms(`filter.normativeFigure.${figure}`, { year });
}

type Props = { readonly filter: DocumentFilter; readonly onFilter: (filter: DocumentFilter) => void };
/** The print centre asks for the period by itself. */
type BarProps = Props & { readonly hasPeriod?: boolean };

export function FilterBar({ filter, onFilter, hasPeriod = true }: BarProps) {
  const { t } = useText(ledgerText);
  const terms = useTerms();
  const divisions = useQuery(orpc.people.divisions.queryOptions());
  const hasPredecessors = (divisions.data ?? []).some(({ successorId }) => successorId === filter.divisionId);
  const nameOf = (divisionId: string) => (divisions.data ?? []).find(({ id }) => id === divisionId)?.name ?? '';
  const set = (part: DocumentFilter) => onFilter({ ...filter, ...part });
  const labelled = (value: string, label: string) => ({ value, label });
  return (
    <fieldset className="chips" aria-label={t('filters')}>
      <ChoiceChip
        label={t('filter.attribute')}
        value={filter.attribute}
        options={ATTRIBUTES.map((value) => labelled(value, terms(`attribute.${value}`)))}
        onChoose={(attribute) => set({ attribute: ATTRIBUTES.find((value) => value === attribute) })}
      />
      <ChoiceChip
        label={t('filter.divisionId')}
        value={filter.divisionId}
        options={(divisions.data ?? []).map(({ id, shortName, name }) => labelled(id, shortName || name))}
        onChoose={(divisionId) => set({ divisionId, ...(divisionId ? {} : { withPredecessors: undefined }) })}
      />
      {filter.divisionId !== undefined && hasPredecessors && (
        <button
          type="button"
          className="chip"
          aria-pressed={filter.withPredecessors === true}
          onClick={() => set({ withPredecessors: filter.withPredecessors ? undefined : true })}
        >
          {t('filter.withPredecessors')}
        </button>
      )}
      <ChoiceChip
        label={t('filter.docType')}
        value={filter.docType}
        options={DOC_TYPES.map((value) => labelled(value, value))}
        onChoose={(docType) => set({ docType })}
      />
      <SignerChip filter={filter} onFilter={onFilter} />
      {hasPeriod && <SignedChip filter={filter} onFilter={onFilter} />}
      <ChoiceChip
        label={t('filter.postingState')}
        value={filter.postingState}
        options={POSTING_STATES.map((value) => labelled(value, t(`posting.${value}`)))}
        onChoose={(state) => set({ postingState: POSTING_STATES.find((value) => value === state) })}
      />
      <ChoiceChip
        label={t('filter.reviewStage')}
        value={filter.reviewStage}
        options={[
          ...STAGE_GROUPS.map((value) => labelled(value, t(`stage.${value}`))),
          ...REVIEW_STAGES.map((value) => labelled(value, terms(`stage.${value}`))),
        ]}
        onChoose={(reviewStage) => set({ reviewStage })}
      />
      <ChoiceChip
        label={t('filter.validity')}
        value={filter.validity}
        options={VALIDITY_STATUSES.map((value) => labelled(value, terms(`validity.${value}`)))}
        onChoose={(validity) => set({ validity: VALIDITY_STATUSES.find((value) => value === validity) })}
      />
      {RANGES.map(([range, first, last]) =>
        filter[first] === undefined && filter[last] === undefined ? null : (
          <SetChip
            key={range}
            label={t(`range.${range}`, { from: filter[first] ?? '', to: filter[last] ?? '' })}
            hint={t('rangeClear')}
            onClear={() => set({ [first]: undefined, [last]: undefined })}
          />
        ),
      )}
      {filter.answeredById !== undefined && (
        <SetChip
          label={t('answeredBy', { name: nameOf(filter.answeredById) })}
          hint={t('rangeClear')}
          onClear={() => set({ answeredById: undefined })}
        />
      )}
      {filter.normativeFigure !== undefined && (
        <SetChip
          label={figureInWords(filter.normativeFigure, terms)}
          hint={t('rangeClear')}
          onClear={() => set({ normativeFigure: undefined })}
        />
      )}
      {FLAGS.map((flag) => (
        <button
          key={flag}
          type="button"
          className="chip"
          aria-pressed={filter[flag] === true}
          onClick={() => set({ [flag]: filter[flag] ? undefined : true })}
        >
          {t(`filter.${flag}`)}
        </button>
      ))}
    </fieldset>
  );
}

function SignerChip({ filter, onFilter }: Props) {
  const { t } = useText(ledgerText);
  const { signer } = filter;
  return (
    <Disclosure className={signer ? 'chip set' : 'chip'} label={signer || t('filter.signer')}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const name = new FormData(event.currentTarget).get('signer')?.toString().trim();
            onFilter({ ...filter, signer: name || undefined });
            close();
          }}
        >
          <label className="chip-field">
            {t('filter.signer')}
            <input name="signer" className="in" defaultValue={signer} autoComplete="off" />
          </label>
        </form>
      )}
    </Disclosure>
  );
}

function SignedChip({ filter, onFilter }: Props) {
  const { t } = useText(ledgerText);
  const { signedFrom, signedTo } = filter;
  const isSet = signedFrom !== undefined || signedTo !== undefined;
  return (
    <Disclosure
      className={isSet ? 'chip set' : 'chip'}
      label={isSet ? `${signedFrom ?? ''} – ${signedTo ?? ''}` : t('filter.signed')}
    >
      {() => (
        <div className="chip-days">
          <label className="chip-field" htmlFor="signed-from">
            {t('filter.signedFrom')}
            <FilterDay
              id="signed-from"
              value={signedFrom ?? null}
              onChange={(day) => onFilter({ ...filter, signedFrom: day ?? undefined })}
            />
          </label>
          <label className="chip-field" htmlFor="signed-to">
            {t('filter.signedTo')}
            <FilterDay
              id="signed-to"
              value={signedTo ?? null}
              onChange={(day) => onFilter({ ...filter, signedTo: day ?? undefined })}
            />
          </label>
        </div>
      )}
    </Disclosure>
  );
}

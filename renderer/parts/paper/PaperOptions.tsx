/** What a register, a form, a sheet of labels or a batch is asked with. */

import { useQuery } from '@tanstack/react-query';
import { labelsOnSheet } from '../../../electron/domain/labels.ts';
import { RECIPIENTS } from '../../../electron/domain/registers.ts';
import { orpc } from '../../client.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { DivisionSelect } from '../DivisionSelect.tsx';
import { Labelled } from '../Labelled.tsx';
import { DocumentPick } from './DocumentPick.tsx';
import { PeriodChoice } from './LedgerOrder.tsx';
import { batchOf, formOf, labelOf, type PaperName, periodicOf, type Wishes } from './papers.ts';
import { Switch } from './Switch.tsx';

type Props = {
  readonly paper: PaperName;
  readonly wishes: Wishes;
  readonly onWishes: (part: Partial<Wishes>) => void;
};

export function PaperOptions(props: Props) {
  const { paper, wishes, onWishes } = props;
  const { t } = useText(deskText);
  const periodic = periodicOf(paper);
  const label = labelOf(paper);
  const hasDivision = periodic !== undefined || paper === 'reviews';
  return (
    <>
      <Switch
        label={t('language')}
        options={['zh', 'en']}
        value={wishes.language}
        say={(language) => (language === 'zh' ? '中文' : 'English')}
        onChoose={(language) => onWishes({ language })}
      />
      {periodic && (
        <PeriodChoice
          label={t(`period.${periodic}`)}
          isShort={batchOf(paper) !== undefined}
          filter={{ signedFrom: wishes.from ?? undefined, signedTo: wishes.to ?? undefined }}
          onFilter={({ signedFrom, signedTo }) => onWishes({ from: signedFrom ?? null, to: signedTo ?? null })}
        />
      )}
      {hasDivision && (
        <Labelled label={t('division')}>
          {(id) => (
            <DivisionSelect
              id={id}
              value={wishes.divisionId}
              unread={wishes.unreadDivision}
              placeholder={t('divisionAll')}
              onChange={(divisionId, unreadDivision) => onWishes({ divisionId, unreadDivision })}
            />
          )}
        </Labelled>
      )}
      {paper === 'series' && <SeriesOptions {...props} />}
      {paper === 'transfer' && <TransferOptions {...props} />}
      {formOf(paper) && <DocumentPick value={wishes.documentId} onChoose={(documentId) => onWishes({ documentId })} />}
      {label && <LabelOptions {...props} count={labelsOnSheet(label)} hasCode={label !== 'stamp'} />}
      {batchOf(paper) && <BatchOptions {...props} />}
    </>
  );
}

function SeriesOptions({ wishes, onWishes }: Props) {
  const { t } = useText(deskText);
  const asked = useQuery(orpc.printing.series.queryOptions());
  if (asked.data?.length === 0) return <p className="grey">{t('seriesNone')}</p>;
  return (
    <Labelled label={t('series')}>
      {(id) => (
        <select
          id={id}
          className="in"
          value={wishes.series}
          onChange={(event) => onWishes({ series: event.target.value })}
        >
          <option value="" />
          {asked.data?.map(({ series, last, missing, voided }) => (
            <option key={series} value={series}>
              {t('seriesOne', { series, last, missing, voided })}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

function TransferOptions({ wishes, onWishes }: Props) {
  const { t } = useText(deskText);
  return (
    <>
      <Switch
        label={t('recipient')}
        options={RECIPIENTS}
        value={wishes.recipient}
        say={(recipient) => t(`recipient.${recipient}`)}
        onChoose={(recipient) => onWishes({ recipient })}
      />
      <Labelled label={t('recipientName')}>
        {(id) => (
          <input
            id={id}
            className="in"
            maxLength={100}
            value={wishes.recipientName}
            onChange={(event) => onWishes({ recipientName: event.target.value })}
          />
        )}
      </Labelled>
      <CountField
        label={t('copiesEach')}
        most={20}
        value={wishes.copiesEach}
        onChange={(copiesEach) => onWishes({ copiesEach })}
      />
    </>
  );
}

function LabelOptions({
  wishes,
  onWishes,
  count,
  hasCode,
}: Props & { readonly count: number; readonly hasCode: boolean }) {
  const { t } = useText(deskText);
  return (
    <>
      {hasCode && (
        <Switch
          label={t('code')}
          options={['qr', 'code128']}
          value={wishes.code}
          say={(code) => t(`code.${code}`)}
          onChoose={(code) => onWishes({ code })}
        />
      )}
      <CountField
        label={t('startAt', { count })}
        most={count}
        value={Math.min(wishes.startAt, count)}
        onChange={(startAt) => onWishes({ startAt })}
      />
    </>
  );
}

function BatchOptions({ paper, wishes, onWishes }: Props) {
  const { t } = useText(deskText);
  return (
    <>
      {paper === 'notices' && (
        <label className="print-check">
          <input
            type="checkbox"
            checked={wishes.withOverdue}
            onChange={(event) => onWishes({ withOverdue: event.target.checked })}
          />{' '}
          {t('withOverdue')}
        </label>
      )}
      <Switch
        label={t('shape')}
        options={['one', 'apart']}
        value={wishes.shape}
        say={(shape) => t(`shape.${shape}`)}
        onChoose={(shape) => onWishes({ shape })}
      />
    </>
  );
}

type CountProps = {
  readonly label: string;
  readonly most: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

function CountField({ label, most, value, onChange }: CountProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <input
          id={id}
          className="in print-count"
          type="number"
          min={1}
          max={most}
          value={value}
          onChange={(event) => onChange(Math.min(Math.max(Number(event.target.value) || 1, 1), most))}
        />
      )}
    </Labelled>
  );
}

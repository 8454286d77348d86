/** What was entered of a matter, field by field of its kind. */

import { Button } from 'antd';
import type { MatterDetail } from '../../../electron/contract/matters.ts';
import type { MatterField } from '../../../electron/domain/matters/kind.ts';
import { commonFields } from '../../../electron/domain/matters/kind.ts';
import { kindOf } from '../../../electron/domain/matters/kinds.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';
import { useMatterValue } from './useMatterValue.ts';

type Props = {
  readonly detail: MatterDetail;
  readonly onAmend: (() => void) | undefined;
  readonly onVoid: (() => void) | undefined;
};

const WIDE: readonly MatterField['type'][] = ['long', 'reason', 'url', 'channels'];

export function MatterFactsSection({ detail: { summary }, onAmend, onVoid }: Props) {
  const { t } = useText(mattersText);
  const terms = useTerms();
  const worded = useMatterValue();
  const kind = kindOf(summary.kind);
  const told = kind.fields
    .map((field) => ({ field, words: worded(field, summary.body[field.key]) }))
    .filter(({ field, words }) => words !== '' || field.needed !== undefined);
  return (
    <Section
      id="facts"
      title={t('facts')}
      aside={terms(`matterPlan.${summary.kind}`)}
      action={
        <>
          {onAmend && <Button onClick={onAmend}>{t('amend')}</Button>}
          {onVoid && (
            <Button danger onClick={onVoid}>
              {t('void')}
            </Button>
          )}
        </>
      }
    >
      <dl className="facts two matter-facts">
        <Fact label={t('division')} words={summary.divisionName} />
        <Fact label={terms(`field.${commonFields(kind).openedOn}`)} words={summary.openedOn} />
        {told
          .filter(({ field, words }) => words !== '' || field.when === undefined || field.when(summary.body))
          .map(({ field, words }) => (
            <Fact
              key={field.key}
              label={terms(`field.${field.key}`)}
              words={words}
              isWide={WIDE.includes(field.type)}
              isAddress={field.type === 'url'}
            />
          ))}
      </dl>
    </Section>
  );
}

type FactProps = {
  readonly label: string;
  readonly words: string;
  readonly isWide?: boolean;
  readonly isAddress?: boolean;
};

function Fact({ label, words, isWide = false, isAddress = false }: FactProps) {
  const { t } = useText(mattersText);
  return (
    <div className={isWide ? 'fact-pair whole' : 'fact-pair'}>
      <dt>{label}</dt>
      <dd className={isAddress ? 'address' : undefined}>{words || <span className="grey">{t('none')}</span>}</dd>
    </div>
  );
}

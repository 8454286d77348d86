/** The disclosure attribute of a document, what it rests on, and every change of it. */

import { Button } from 'antd';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { basisOf } from '../../../electron/domain/attribute.ts';
import { holds, useSeat } from '../../session.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from './Section.tsx';

type Props = { readonly detail: DocumentDetail; readonly onChange: () => void };

export function AttributeSection({ detail, onChange }: Props) {
  const { t } = useText(documentText);
  const terms = useTerms();
  const { actor } = useSeat();
  const { summary, input, attributeChanges } = detail;
  const basis = basisOf(input.basis ?? undefined);
  const mayChange = holds(actor, ['clerk']) && !summary.isVoided;
  return (
    <Section
      id="attribute"
      title={t('attribute')}
      action={mayChange && <Button onClick={onChange}>{t('attributeChange')}</Button>}
    >
      <dl className="facts">
        <dt>{t('attributeNow')}</dt>
        <dd>
          <b>{terms(`attribute.${summary.attribute}`)}</b>
        </dd>
        {basis && (
          <>
            <dt>{t('attributeBasis')}</dt>
            <dd>
              {[
                terms(`basis.${basis.code}`),
                terms(`article.${basis.article}`),
                basis.force && terms(`force.${basis.force}`),
                input.basisLaw,
              ]
                .filter(Boolean)
                .join(' · ')}
            </dd>
          </>
        )}
        {input.reason !== '' && (
          <>
            <dt>{t('attributeReason')}</dt>
            <dd>{input.reason}</dd>
          </>
        )}
      </dl>
      <ul className="lines" aria-label={t('attributeHistory')}>
        {attributeChanges.map(({ id, from, to, reason, changedOn, changedBy }) => (
          <li key={id}>
            <b className="number">{changedOn}</b>
            <span>
              {from === null
                ? t('attributeFirst', { to: terms(`attribute.${to}`) })
                : t('attributeMove', { from: terms(`attribute.${from}`), to: terms(`attribute.${to}`) })}
            </span>
            {from !== null && reason !== '' && <span>{reason}</span>}
            <span className="grey">{changedBy}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

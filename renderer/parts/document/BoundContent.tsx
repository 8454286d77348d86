/** Exactly what a review signature binds, field by field, with the fingerprint that is signed. */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { useText } from '../../text/index.ts';
import { reviewText } from '../../text/review.ts';
import { useTerms } from '../../text/terms.ts';
import './Signing.css';

const SHORT: readonly string[] = ['draftingDivisionId', 'attribute', 'signedOn', 'writtenOn'];

export function BoundContent({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(reviewText);
  const terms = useTerms();
  const { summary, input, contentHash } = detail;
  const basis = [input.basis && terms(`basis.${input.basis}`), input.basisLaw, input.reason];
  const rows = [
    ['docNumber', summary.docNumber],
    ['title', summary.title],
    ['draftingDivisionId', summary.divisionName],
    ['attribute', terms(`attribute.${summary.attribute}`)],
    ['signedOn', summary.signedOn],
    ['writtenOn', summary.writtenOn],
    ['basis', basis.filter(Boolean).join(' · ')],
    ['channel', input.channel && terms(`channel.${input.channel}`)],
    ['annexes', input.annexes.map(({ name }) => name).join(' · ')],
  ] as const;
  return (
    <section className="bound" aria-label={t('bound')}>
      <h3>{t('bound')}</h3>
      <dl className="facts">
        {rows.map(([field, value]) => (
          <div key={field} className={SHORT.includes(field) ? 'fact-row short' : 'fact-row'}>
            <dt>{terms(`field.${field}`)}</dt>
            <dd>{value || <span className="grey">{t('basisNone')}</span>}</dd>
          </div>
        ))}
        <div className="fact-row">
          <dt>{t('fingerprint')}</dt>
          <dd className="fingerprint">{fingerprint(contentHash)}</dd>
        </div>
      </dl>
      <p className="grey">{t('boundHint')}</p>
    </section>
  );
}

/** First sixteen signs in fours, as they are printed on the review form. */
export function fingerprint(hash: string): string {
  return (
    hash
      .slice(0, 16)
      .toUpperCase()
      .match(/.{1,4}/g) ?? []
  ).join(' ');
}

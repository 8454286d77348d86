/** What a face says of itself: names, licence, make, and the characters that fall to the shipped faces. */

import type { ReactNode } from 'react';
import type { FaceReportRecord } from '../../../electron/contract/typefaces.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { typefacesText } from '../../text/typefaces.ts';
import { styleName } from './faceName.ts';

type Props = {
  readonly face: Omit<FaceReportRecord, 'broken'>;
  readonly isUnfit?: boolean;
  readonly children?: ReactNode;
};

export function FaceFacts({ face, isUnfit = false, children }: Props) {
  const { t, language } = useText(typefacesText);
  const terms = useTerms();
  const { ascent, descent, hanWidth } = face.metrics;
  const families = [...new Set([face.familyZh, face.familyEn])].filter((name) => name !== '');
  const heights = { ascent, descent };
  return (
    <dl className="facts face-facts">
      <dt>{t('family')}</dt>
      <dd>{families.join(' / ') || face.postscriptName}</dd>
      <dt>{t('style')}</dt>
      <dd>{styleName(face, language)}</dd>
      <dt>{t('embedding')}</dt>
      <dd className={isUnfit ? 'face-unfit' : undefined}>{terms(`licence.${face.licence}`)}</dd>
      <dt>{t('make')}</dt>
      <dd>{t('makeOf', { outlines: terms(`outlines.${face.outlines}`), glyphs: face.glyphs })}</dd>
      <dt>{t('metrics')}</dt>
      <dd>{hanWidth === null ? t('metricsBare', heights) : t('metricsOf', { ...heights, width: hanWidth })}</dd>
      {face.coverage.map((list) => (
        <CoverageFact key={list.list} coverage={list} />
      ))}
      <dt>{t('version')}</dt>
      <dd>{face.version || '—'}</dd>
      <dt>{t('copyright')}</dt>
      <dd>{face.copyright || '—'}</dd>
      {children}
    </dl>
  );
}

function CoverageFact({ coverage }: { readonly coverage: FaceReportRecord['coverage'][number] }) {
  const { t } = useText(typefacesText);
  const terms = useTerms();
  const { list, count, covered, missing } = coverage;
  const lacking = count - covered;
  const isWhole = [...missing].length === lacking;
  return (
    <>
      <dt>{terms(`coverage.${list}`)}</dt>
      <dd>
        {t('coverageOf', { covered, count })}
        {lacking > 0 && (
          <p className="face-missing grey">{t(isWhole ? 'missingOf' : 'missingMore', { missing, count: lacking })}</p>
        )}
      </dd>
    </>
  );
}

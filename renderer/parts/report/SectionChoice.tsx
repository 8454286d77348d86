/** The sections of the report, each with how far it is. */

import {
  REPORT_SECTIONS,
  type ReportLayout,
  type ReportSection,
  SECTIONS_IN_WORDS,
} from '../../../electron/domain/annualReport/layout.ts';
import { isBlank } from '../../../electron/domain/broken.ts';
import { useText } from '../../text/index.ts';
import { reportText } from '../../text/report.ts';
import { useTerms } from '../../text/terms.ts';
import type { ReportDraft } from './useReportDraft.ts';

type ChoiceProps = {
  readonly layout: ReportLayout;
  readonly draft: ReportDraft;
  readonly chosen: ReportSection;
  readonly onChoose: (section: ReportSection) => void;
};

export function SectionChoice({ layout, draft, chosen, onChoose }: ChoiceProps) {
  const { t } = useText(reportText);
  const terms = useTerms();
  function standing(section: ReportSection): string {
    const isTable = layout.tables.some(({ key }) => key === section);
    const wrong = draft.checks.filter(({ table }) => table === section).length;
    const missing = draft.missing.filter((key) => key.startsWith(`${section}.`)).length;
    if (wrong > 0) return t('unbalanced', { count: wrong });
    if (isTable) return missing > 0 ? t('missingCount', { count: missing }) : t('complete');
    const needsWords = SECTIONS_IN_WORDS.some((each) => each === section);
    return needsWords && isBlank(draft.text(section)) ? t('textMissing') : t('complete');
  }
  return (
    <fieldset className="report-sections" aria-label={t('sections')}>
      {REPORT_SECTIONS.map((section) => (
        <button key={section} type="button" aria-pressed={section === chosen} onClick={() => onChoose(section)}>
          <b>{terms(`reportSection.${section}`)}</b>
          <span>{standing(section)}</span>
        </button>
      ))}
    </fieldset>
  );
}

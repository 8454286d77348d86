/** How a face is called on the screen. */

import type { FaceReportRecord } from '../../../electron/contract/typefaces.ts';
import type { Language } from '../../text/index.ts';

type Named = Pick<FaceReportRecord, 'familyZh' | 'familyEn' | 'styleZh' | 'styleEn' | 'postscriptName'>;

/** The name in the language of the screen, else the one there is. */
export function faceName(face: Named, language: Language): string {
  const names = [face.familyZh, face.familyEn];
  const [first = '', second = ''] = language === 'zh' ? names : names.toReversed();
  return first || second || face.postscriptName;
}

export function styleName({ styleZh, styleEn }: Named, language: Language): string {
  return language === 'zh' ? styleZh || styleEn : styleEn || styleZh;
}

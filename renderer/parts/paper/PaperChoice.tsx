/** The papers that can be printed, in their groups; arrow keys walk through them, as through a list of choices. */

import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { PAPER_GROUPS, type PaperName } from './papers.ts';
import './PaperChoice.css';

type Props = { readonly value: PaperName; readonly onChoose: (paper: PaperName) => void };

export function PaperChoice({ value, onChoose }: Props) {
  const { t } = useText(deskText);
  return (
    <div role="radiogroup" aria-label={t('papers')} className="card paper-choice">
      {PAPER_GROUPS.map(({ name, papers }) => (
        <fieldset key={name}>
          <legend>{t(`group.${name}`)}</legend>
          {papers.map((paper) => (
            <label key={paper} className={paper === value ? 'chosen' : undefined}>
              <input
                type="radio"
                name="paper"
                className="offscreen"
                checked={paper === value}
                onChange={() => onChoose(paper)}
              />
              {t(`paper.${paper}`)}
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

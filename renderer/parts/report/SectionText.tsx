/** The words of a section, with what the program proposes for them. */

import { Button } from 'antd';
import { useId, useState } from 'react';
import { useText } from '../../text/index.ts';
import { reportText } from '../../text/report.ts';

type TextProps = {
  readonly label: string;
  readonly rows: number;
  readonly text: string;
  readonly isEditable: boolean;
  readonly onText: (text: string) => void;
  readonly proposal?: string;
};

/** Saved when the field is left. */
export function SectionText({ label, rows, text, isEditable, onText, proposal }: TextProps) {
  const { t } = useText(reportText);
  const id = useId();
  const [typed, setTyped] = useState<string>();
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="in report-text"
        rows={rows}
        maxLength={20_000}
        readOnly={!isEditable}
        value={typed ?? text}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== undefined && typed !== text) onText(typed);
          setTyped(undefined);
        }}
      />
      {isEditable && proposal !== undefined && (
        <div>
          <Button
            title={t('proposalHint')}
            onClick={() => onText([typed ?? text, proposal].filter(Boolean).join('\n'))}
          >
            {t('proposal')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The file that proves a posting: a screenshot or a saved page. */

import { Button } from 'antd';
import { useState } from 'react';
import { LARGEST_UPLOAD_BYTES } from '../../../electron/contract/records.ts';
import { chooseFile } from '../../native.ts';
import { useText } from '../../text/index.ts';
import { publicationText } from '../../text/publication.ts';
import { Problem } from '../Problem.tsx';
import { DialogField } from './DialogField.tsx';

type Props = { readonly file: File | null; readonly onFile: (file: File | null) => void };

export function EvidenceField({ file, onFile }: Props) {
  const { t } = useText(publicationText);
  const [failure, setFailure] = useState<unknown>(null);
  const [isTooBig, setTooBig] = useState(false);
  async function choose(): Promise<void> {
    setFailure(null);
    try {
      const chosen = await chooseFile('evidence');
      setTooBig(chosen !== null && chosen.size > LARGEST_UPLOAD_BYTES);
      if (chosen !== null && chosen.size <= LARGEST_UPLOAD_BYTES) onFile(chosen);
    } catch (error) {
      setFailure(error);
    }
  }
  return (
    <DialogField name="evidence" label={t('evidence')} hint={t('evidenceHint')}>
      {(control) => (
        <div className="actions">
          <Button aria-describedby={control['aria-describedby']} onClick={() => void choose()}>
            {file?.name ?? t('evidencePick')}
          </Button>
          {file !== null && <Button onClick={() => onFile(null)}>{t('evidenceDrop', { name: file.name })}</Button>}
          {isTooBig && <span className="field-problem">{t('evidenceTooBig')}</span>}
          <Problem error={failure} />
        </div>
      )}
    </DialogField>
  );
}

/** All that is known of a loaded face, and who loaded and withdrew it. */

import { Button } from 'antd';
import type { TypefaceRecord } from '../../../electron/contract/typefaces.ts';
import { useText } from '../../text/index.ts';
import { typefacesText } from '../../text/typefaces.ts';
import { Dialog } from '../Dialog.tsx';
import { momentText } from '../moment.ts';
import { FaceFacts } from './FaceFacts.tsx';
import { faceName } from './faceName.ts';

const MEGABYTE = 1024 * 1024;

type Props = { readonly face: TypefaceRecord; readonly onDone: () => void };

export function FaceDetails({ face, onDone }: Props) {
  const { t, language } = useText(typefacesText);
  const { withdrawal } = face;
  return (
    <Dialog title={t('detailsTitle', { name: faceName(face, language) })} width={640} onClose={onDone}>
      <FaceFacts face={face}>
        <dt>{t('basis')}</dt>
        <dd>{face.licenceBasis}</dd>
        <dt>{t('column.entered')}</dt>
        <dd>{t('enteredOf', { by: face.enteredBy, at: momentText(face.enteredAt) })}</dd>
        <dt>{t('file')}</dt>
        <dd>{t('fileOf', { name: face.fileName, megabytes: (face.bytes / MEGABYTE).toFixed(1) })}</dd>
        <dt>{t('hash')}</dt>
        <dd className="hash">{face.sha256}</dd>
        {withdrawal && (
          <>
            <dt>{t('withdrawn')}</dt>
            <dd>
              {t('withdrawnOf', {
                by: withdrawal.withdrawnBy,
                at: momentText(withdrawal.withdrawnAt),
                reason: withdrawal.reason,
              })}
            </dd>
          </>
        )}
      </FaceFacts>
      <div className="actions dialog-actions">
        <Button type="primary" autoFocus onClick={onDone}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Voids an entry made by mistake; the record and its number stay. */

import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { client } from '../../client.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { ReasonDialog } from '../form/ReasonDialog.tsx';

type Props = { readonly detail: DocumentDetail; readonly onDone: () => void; readonly onCancel: () => void };

export function VoidDialog({ detail, ...ends }: Props) {
  const { t } = useText(documentText);
  const { id, version } = detail.summary;
  return (
    <ReasonDialog
      title={t('voidTitle')}
      confirm={t('voidConfirm')}
      hint={t('voidHint')}
      isGrave
      label={t('voidReason')}
      missing="document.voidReasonMissing"
      write={(reason) => client.documents.void({ id, version, reason })}
      {...ends}
    />
  );
}

/** Voids a matter that was entered by mistake; the record stays. */

import type { MatterDetail } from '../../../electron/contract/matters.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { ReasonDialog } from '../form/ReasonDialog.tsx';

type Props = { readonly detail: MatterDetail; readonly onDone: () => void; readonly onCancel: () => void };

export function VoidMatterDialog({ detail, ...ends }: Props) {
  const { t } = useText(mattersText);
  const { id, version } = detail.summary;
  return (
    <ReasonDialog
      title={t('voidTitle')}
      confirm={t('voidConfirm')}
      hint={t('voidHint')}
      isGrave
      label={t('voidReason')}
      missing="matter.reasonMissing"
      write={(reason) => client.matters.void({ id, version, reason })}
      {...ends}
    />
  );
}

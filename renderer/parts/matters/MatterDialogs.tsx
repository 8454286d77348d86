/** The dialog that the page of a matter has open. */

import type { MatterDetail, MatterPublication } from '../../../electron/contract/matters.ts';
import { kindOf } from '../../../electron/domain/matters/kinds.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { mattersText } from '../../text/matters.ts';
import { WithdrawDialog } from '../subject/WithdrawDialog.tsx';
import { CloseMatterDialog } from './CloseMatterDialog.tsx';
import { MatterDialog } from './MatterDialog.tsx';
import { PublishMatterDialog } from './PublishMatterDialog.tsx';
import { VoidMatterDialog } from './VoidMatterDialog.tsx';

export type MatterAsked =
  | { readonly kind: 'amend' | 'publish' | 'close' | 'void' }
  | { readonly kind: 'withdraw'; readonly publication: MatterPublication };

type Props = {
  readonly detail: MatterDetail;
  readonly asked: MatterAsked;
  /** What was done, as a sentence. */
  readonly onDone: (sentence: string) => void;
  readonly onCancel: () => void;
};

export function MatterDialogs({ detail, asked, onDone, onCancel }: Props) {
  const { t } = useText(mattersText);
  switch (asked.kind) {
    case 'amend': {
      const done = () => onDone(t('amended'));
      return <MatterDialog kind={kindOf(detail.summary.kind)} detail={detail} onDone={done} onCancel={onCancel} />;
    }
    case 'publish':
      return <PublishMatterDialog detail={detail} onDone={() => onDone(t('published'))} onCancel={onCancel} />;
    case 'close':
      return <CloseMatterDialog detail={detail} onDone={() => onDone(t('closed'))} onCancel={onCancel} />;
    case 'void':
      return <VoidMatterDialog detail={detail} onDone={() => onDone(t('voided'))} onCancel={onCancel} />;
    case 'withdraw':
      return (
        <WithdrawDialog
          publication={asked.publication}
          hint={t('withdrawHint')}
          write={(withdrawal) => client.matters.withdraw({ ...withdrawal, publicationId: asked.publication.id })}
          onDone={() => onDone(t('withdrawn'))}
          onCancel={onCancel}
        />
      );
  }
}

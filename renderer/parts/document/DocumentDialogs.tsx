/** The one dialog that is open on the document page. */

import type { DocumentDetail, SpecialDeadlineRecord } from '../../../electron/contract/documentDetail.ts';
import type { ReviewStepName } from '../../../electron/domain/review.ts';
import { client } from '../../client.ts';
import { copiesText } from '../../text/copies.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { normativeText } from '../../text/normative.ts';
import { publicationText } from '../../text/publication.ts';
import { reviewText } from '../../text/review.ts';
import { specialDeadlineText } from '../../text/specialDeadline.ts';
import { WithdrawDialog } from '../subject/WithdrawDialog.tsx';
import { ChangeAttributeDialog } from './ChangeAttributeDialog.tsx';
import { CorrectDialog, DeliverDialog, WaiveDialog } from './CopiesDialogs.tsx';
import type { FilingShown } from './CopiesSection.tsx';
import { InterpretDialog } from './InterpretDialog.tsx';
import { MoveCopyDialog } from './MoveCopyDialog.tsx';
import { FileNormativeDialog, ValidityDialog } from './NormativeDialogs.tsx';
import { PostDialog } from './PostDialog.tsx';
import { ProofreadDialog } from './ProofreadingSection.tsx';
import { SignDialog } from './SignDialog.tsx';
import { SpecialDeadlineDialog, WithdrawSpecialDialog } from './SpecialDeadlineDialogs.tsx';
import { VoidDialog } from './VoidDialog.tsx';

export type DialogAsked =
  | { readonly kind: 'sign'; readonly step: ReviewStepName }
  | { readonly kind: 'withdraw'; readonly publication: DocumentDetail['publications'][number] }
  | { readonly kind: 'withdrawSpecial'; readonly special: SpecialDeadlineRecord }
  | { readonly kind: 'move'; readonly copyNo: number }
  | { readonly kind: 'correct'; readonly filing: FilingShown }
  | {
      readonly kind:
        | 'post'
        | 'interpret'
        | 'deliver'
        | 'waive'
        | 'attribute'
        | 'proofread'
        | 'void'
        | 'special'
        | 'fileNormative'
        | 'validity';
    };

type Props = {
  readonly detail: DocumentDetail;
  readonly asked: DialogAsked;
  /** What was done, in a sentence. */
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
};

export function DocumentDialogs({ detail, asked, onDone, onCancel }: Props) {
  const { t } = useText(documentText);
  const copies = useText(copiesText);
  const review = useText(reviewText);
  const publication = useText(publicationText);
  const special = useText(specialDeadlineText);
  const normative = useText(normativeText);
  const { id, title } = detail.summary;
  const common = { detail, onCancel };
  switch (asked.kind) {
    case 'sign':
      return (
        <SignDialog
          documentId={id}
          step={asked.step}
          onCancel={onCancel}
          onDone={() => onDone(review.t('signed', { title }))}
        />
      );
    case 'post':
      return (
        <PostDialog documentId={id} onCancel={onCancel} onDone={() => onDone(publication.t('posted', { title }))} />
      );
    case 'withdraw':
      return (
        <WithdrawDialog
          publication={asked.publication}
          hint={publication.t('withdrawHint')}
          write={(withdrawal) => client.publications.withdraw({ ...withdrawal, publicationId: asked.publication.id })}
          onCancel={onCancel}
          onDone={() => onDone(publication.t('withdrawn'))}
        />
      );
    case 'interpret':
      return <InterpretDialog {...common} onDone={() => onDone(publication.t('interpreted'))} />;
    case 'deliver':
      return <DeliverDialog {...common} onDone={() => onDone(copies.t('copiesDelivered'))} />;
    case 'waive':
      return <WaiveDialog {...common} onDone={() => onDone(copies.t('copiesWaivedDone'))} />;
    case 'move':
      return <MoveCopyDialog {...common} copyNo={asked.copyNo} onDone={() => onDone(copies.t('copiesMoved'))} />;
    case 'correct':
      return (
        <CorrectDialog filing={asked.filing} onCancel={onCancel} onDone={() => onDone(copies.t('copiesCorrected'))} />
      );
    case 'attribute':
      return <ChangeAttributeDialog {...common} onDone={() => onDone(t('attributeChanged'))} />;
    case 'proofread':
      return <ProofreadDialog {...common} onDone={() => onDone(t('proofreadDone'))} />;
    case 'special':
      return <SpecialDeadlineDialog {...common} onDone={() => onDone(special.t('done'))} />;
    case 'withdrawSpecial':
      return (
        <WithdrawSpecialDialog
          special={asked.special}
          onCancel={onCancel}
          onDone={() => onDone(special.t('withdrawnDone'))}
        />
      );
    case 'fileNormative':
      return <FileNormativeDialog {...common} onDone={() => onDone(normative.t('filed'))} />;
    case 'validity':
      return <ValidityDialog {...common} onDone={() => onDone(normative.t('validityDone'))} />;
    case 'void':
      return <VoidDialog {...common} onDone={() => onDone(t('voidDone'))} />;
  }
}

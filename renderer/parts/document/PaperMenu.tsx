/** Forms of one document: made here, shown in the print centre as the very paper. */

import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { client } from '../../client.ts';
import { documentText } from '../../text/document.ts';
import { useText } from '../../text/index.ts';
import { Disclosure } from '../Disclosure.tsx';
import { Problem } from '../Problem.tsx';

export function PaperMenu({ detail }: { readonly detail: DocumentDetail }) {
  const { t, language } = useText(documentText);
  const navigate = useNavigate();
  const { summary, duties } = detail;
  const rule = duties.find(({ doneOn }) => doneOn === null)?.rule ?? duties[0]?.rule;
  const make = useMutation({
    mutationFn: (form: 'receipt' | 'review' | 'notice' | 'whyDate') =>
      client.ledgers.form({
        form,
        documentId: summary.id,
        language,
        ...((form === 'notice' || form === 'whyDate') && rule !== undefined && { rule }),
      }),
    onSuccess: ({ paperId, missing }) => navigate('/print', { state: { paperId, missing } }),
  });
  const forms = [
    ['receipt', t('paperReceipt'), true],
    ['review', t('paperReview'), detail.reviews.length > 0],
    ['notice', t('paperNotice'), duties.some(({ doneOn }) => doneOn === null)],
    ['whyDate', t('paperWhyDate'), duties.length > 0],
  ] as const;
  return (
    <Disclosure label={t('papers')} edge="end">
      {() => (
        <div className="paper-menu">
          {forms.map(([form, label, isPossible]) => (
            <button
              key={form}
              type="button"
              className="quiet-button"
              disabled={!isPossible || make.isPending}
              onClick={() => make.mutate(form)}
            >
              {label}
            </button>
          ))}
          <Problem error={make.error} />
        </div>
      )}
    </Disclosure>
  );
}

/** Letters that can be printed now; each opens in the print centre as the very paper. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { RequestDetail, RequestLetterRecord } from '../../../electron/contract/requests.ts';
import { client } from '../../client.ts';
import { holds, useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';
import { Problem } from '../Problem.tsx';

export function LettersSection({ detail }: { readonly detail: RequestDetail }) {
  const { t, language } = useText(requestText);
  const terms = useTerms();
  const { actor } = useSeat();
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: ({ letter, eventId }: RequestLetterRecord) =>
      client.requests.letter({ requestId: detail.summary.id, letter, eventId, language }),
    onSuccess: ({ paperId, missing }) => navigate('/print', { state: { paperId, missing } }),
  });
  const mayPrint = holds(actor, ['clerk', 'divisionHead', 'officeReviewer', 'leaderInCharge']);
  return (
    <Section id="letters" title={t('letters')}>
      {detail.letters.length === 0 && <p className="grey">{t('lettersNone')}</p>}
      <ul className="lines">
        {detail.letters.map((each) => (
          <li key={each.number}>
            <span className="letter-line">
              <b>
                {terms(`letter.${each.letter}`)}{' '}
                {each.isDraft && <span className="badge soon">{t('letterDraft')}</span>}
              </b>
              <span className="grey">
                <span className="number">{each.number}</span> · {t('letterTo', { name: each.addressee })}
              </span>
            </span>
            {mayPrint && (
              <span className="line-end">
                <Button size="small" disabled={make.isPending} onClick={() => make.mutate(each)}>
                  {t('letterPrint')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Problem error={make.error} />
    </Section>
  );
}

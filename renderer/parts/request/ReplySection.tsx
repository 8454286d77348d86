/** The reply as drafted, approved and sent. */

import type { RequestDetail } from '../../../electron/contract/requests.ts';
import { formatDay } from '../../../electron/domain/day.ts';
import { useText } from '../../text/index.ts';
import { requestText } from '../../text/request.ts';
import { useTerms } from '../../text/terms.ts';
import { Section } from '../document/Section.tsx';

const PARTS = ['how', 'withheldPart', 'reason', 'law', 'competentOrgan', 'earlierReply', 'publicInterest'] as const;

export function ReplySection({ detail }: { readonly detail: RequestDetail }) {
  const { t, language } = useText(requestText);
  const terms = useTerms();
  const { draft, deliveredOn } = detail;
  return (
    <Section
      id="reply"
      title={t('draft')}
      aside={deliveredOn === null ? undefined : t('delivered', { day: formatDay(deliveredOn, language) })}
    >
      {draft === null ? (
        <p className="grey">{t('draftNone')}</p>
      ) : (
        <>
          <p>
            <b>{terms(`reply.${draft.replyKind}`)}</b>
          </p>
          <dl className="facts two request-parts">
            {PARTS.filter((part) => draft[part] !== '').map((part) => (
              <div key={part} className="fact-pair whole">
                <dt>{t(`part.${part}`)}</dt>
                <dd>{draft[part]}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Section>
  );
}

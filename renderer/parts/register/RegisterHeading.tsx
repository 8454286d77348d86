/** Title of the register page: which document of the day this is, and what was carried over. */

import { useQuery } from '@tanstack/react-query';
import { todayIn } from '../../../electron/domain/day.ts';
import { orpc } from '../../client.ts';
import { useSeat } from '../../session.ts';
import { useText } from '../../text/index.ts';
import { registerText } from '../../text/register.ts';

/** More than a clerk registers on one day. */
const LOOK_BACK = 300;

type Props = { readonly isAmending: boolean; readonly isCarried: boolean };

export function RegisterHeading({ isAmending, isCarried }: Props) {
  const { t } = useText(registerText);
  const { state } = useSeat();
  const latest = useQuery(
    orpc.documents.list.queryOptions({
      input: { filter: {}, sort: { by: 'enteredAt', direction: 'desc' }, offset: 0, limit: LOOK_BACK },
      enabled: !isAmending,
    }),
  );
  if (isAmending) return <h1>{t('headingAmend')}</h1>;
  const ofToday = latest.data?.rows.filter(({ enteredAt }) => todayIn(enteredAt) === state.today).length;
  const words = [
    ...(ofToday === undefined ? [] : [t('nth', { count: ofToday + 1 })]),
    ...(isCarried ? [t('carried')] : []),
  ];
  return (
    <h1>
      {t('heading')} <small>{words.join(' · ')}</small>
    </h1>
  );
}

/** Makes the reminder notice (催办通知单) of one open duty, whatever its subject, and shows it in the print centre. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { DutySubject } from '../../electron/domain/duties.ts';
import { client } from '../client.ts';
import { boardText } from '../text/board.ts';
import { useText } from '../text/index.ts';
import { Problem } from './Problem.tsx';

type Props = { readonly subject: Pick<DutySubject, 'kind' | 'id'>; readonly rule: string };

export function NoticeButton({ subject: { kind, id }, rule }: Props) {
  const { t, language } = useText(boardText);
  const navigate = useNavigate();
  const make = useMutation({
    mutationFn: () => client.printing.notice({ subject: { kind, id }, rule, language }),
    onSuccess: ({ paperId, missing }) => navigate('/print', { state: { paperId, missing } }),
  });
  return (
    <>
      <Button loading={make.isPending} onClick={() => make.mutate()}>
        {t('notice')}
      </Button>
      <Problem error={make.error} />
    </>
  );
}

/** What is owed by the office as a whole, such as the report of a year, is nobody's to be chased for. */
export function isChased({ kind }: Pick<DutySubject, 'kind'>): boolean {
  return kind !== 'report';
}

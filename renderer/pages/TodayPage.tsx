/** Today: what is late, due, short of copies, waiting for review or without interpretation, by division; and why. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Board, TileName } from '../../electron/contract/duties.ts';
import { orpc } from '../client.ts';
import { type BoardRow, BoardTable, rowKey } from '../parts/BoardTable.tsx';
import { BoardTiles } from '../parts/BoardTiles.tsx';
import { isChased, NoticeButton } from '../parts/NoticeButton.tsx';
import { PageState } from '../parts/PageState.tsx';
import { Problem } from '../parts/Problem.tsx';
import { FormPrinting } from '../parts/paper/FormPrinting.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { addressOf, mayOpen } from '../parts/subject.ts';
import { usePaper } from '../parts/usePaper.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { WhyDate } from '../parts/WhyDate.tsx';
import { monthAndDay, weekdayName } from '../parts/weekdays.ts';
import { holds, useSeat } from '../session.ts';
import { boardText } from '../text/board.ts';
import { holidayName } from '../text/holidays.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import './TodayPage.css';

export function TodayPage() {
  const { t } = useText(boardText);
  const { t: shell } = useText(shellText);
  const { actor } = useSeat();
  const navigate = useNavigate();
  const [tile, setTile] = useState<TileName>();
  const asked = useQuery(
    orpc.duties.board.queryOptions({ input: tile === undefined ? {} : { tile }, placeholderData: (before) => before }),
  );
  const rows = asked.data?.groups.flatMap((group) => group.rows) ?? [];
  const { selected, rowProps } = useRowKeys(rows, rowKey, ({ subject }) => {
    if (mayOpen(subject, actor)) void navigate(addressOf(subject));
  });
  useShortcuts([
    { keys: ['↑', '↓'], label: shell('keyRows') },
    { keys: ['Enter'], label: shell('keyOpen') },
  ]);
  if (asked.data === undefined) return <PageState of={asked} />;
  return (
    <>
      <h1>
        {t('heading')}{' '}
        <small>
          <Ahead board={asked.data} />
        </small>
      </h1>
      <Problem error={asked.error} onRetry={() => void asked.refetch()} />
      <BoardTiles tiles={asked.data.tiles} chosen={tile} onChoose={setTile} />
      <div className="board">
        {rows.length === 0 ? (
          <p className="card board-empty">{t(tile === undefined ? 'nothingAtAll' : 'nothing')}</p>
        ) : (
          <BoardTable board={asked.data} rowProps={rowProps} />
        )}
        {selected !== undefined && <Aside row={selected} />}
      </div>
    </>
  );
}

/** The next holiday and the make-up days before and behind it. */
function Ahead({ board }: { readonly board: Board }) {
  const { t, language } = useText(boardText);
  const holiday = board.ahead.find(({ kind }) => kind === 'off');
  const makeUps = board.ahead.filter(({ kind }) => kind === 'makeUp');
  const parts: string[] = [];
  if (holiday !== undefined && board.workingDaysToNextHoliday !== null) {
    parts.push(t('aheadHoliday', { name: holidayName(holiday.name, language), count: board.workingDaysToNextHoliday }));
  }
  if (makeUps.length > 0) {
    const days = makeUps.map(({ day }) =>
      t('makeUpDay', { day: monthAndDay(day, language), weekday: weekdayName(day, language) }),
    );
    parts.push(t('aheadMakeUp', { days: days.join(t('join')), count: days.length }));
  }
  return parts.join(t('afterwards'));
}

function Aside({ row }: { readonly row: BoardRow }) {
  const { t } = useText(boardText);
  const { actor } = useSeat();
  const navigate = useNavigate();
  const paper = usePaper();
  const { subject, document, duty } = row;
  const print = (form: 'notice' | 'whyDate') => {
    if (duty !== null) paper.mutate({ form, documentId: subject.id, rule: duty.rule });
  };
  const open = mayOpen(subject, actor) && (
    <Button onClick={() => void navigate(addressOf(subject))}>{t(document ? 'openDocument' : 'openSubject')}</Button>
  );
  if (duty === null) {
    return (
      <aside className="card why">
        <h2>{t('noDuty')}</h2>
        <p className="grey">{t('noDutyHint')}</p>
        {open}
      </aside>
    );
  }
  return (
    <aside className="card">
      <WhyDate subject={subject} rule={duty.rule} triggerOn={duty.triggerOn}>
        <div className="actions">
          {holds(actor, ['clerk']) && document?.attribute === 'PROACTIVE' && document.postedOn === null ? (
            <Button type="primary" onClick={() => void navigate(`/publication?document=${subject.id}`)}>
              {t('post')}
            </Button>
          ) : (
            open
          )}
          {document === null && isChased(subject) && <NoticeButton subject={subject} rule={duty.rule} />}
          {document !== null && (
            <>
              <Button loading={paper.isPending} onClick={() => print('notice')}>
                {t('notice')}
              </Button>
              <Button loading={paper.isPending} onClick={() => print('whyDate')}>
                {t('printWhy')}
              </Button>
            </>
          )}
        </div>
        <FormPrinting toPrint={paper.toPrint} onClose={paper.leave} />
        <Problem error={paper.error} />
      </WhyDate>
    </aside>
  );
}

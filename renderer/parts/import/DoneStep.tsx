/** What came of an import. */

import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import type { Importing } from './useImport.ts';

export function DoneStep({ work }: { readonly work: Importing }) {
  const { t } = useText(importText);
  const navigate = useNavigate();
  const report = work.taking.result;
  if (report === undefined) return null;
  const refused = report.refused.length;
  return (
    <section className="card import-done">
      <h2>
        <span role="status">{t('doneTitle', { count: report.accepted })}</span>
      </h2>
      {report.accepted === 0 && <p>{t('nothingWritten')}</p>}
      {refused > 0 && <p>{t('doneRefused', { count: refused })}</p>}
      <Button type="primary" autoFocus onClick={() => void navigate('/ledger?sort=enteredAt.desc')}>
        {t('toLedger')}
      </Button>
    </section>
  );
}

/** What a page shows while it reads, and when reading failed. */

import { Spin } from 'antd';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { Problem } from './Problem.tsx';

type Asked = { readonly isPending: boolean; readonly error: unknown; readonly refetch: () => unknown };

export function PageState({ of }: { readonly of: Asked }) {
  const { t } = useText(shellText);
  if (of.error !== null) return <Problem error={of.error} onRetry={() => void of.refetch()} />;
  if (!of.isPending) return null;
  return (
    <p className="grey" role="status">
      <Spin size="small" /> {t('loading')}
    </p>
  );
}

/** How far long work has come, and the button that leaves it. */

import { Button } from 'antd';
import { useText } from '../../text/index.ts';
import { shellText } from '../../text/shell.ts';
import { useShortcuts } from '../shortcuts.ts';
import './WorkProgress.css';

type Props = {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Absent where what stands around it has its own way to leave. */
  readonly onCancel?: () => void;
};

export function WorkProgress({ label, done, total, onCancel }: Props) {
  const { t } = useText(shellText);
  const isKnown = total > 0;
  useShortcuts(onCancel ? [{ keys: ['Escape'], label: t('cancel'), run: onCancel }] : []);
  return (
    <div className="work-progress">
      <progress aria-label={label} {...(isKnown && { value: done, max: total })} />
      <span className="number" role="status">
        {label}
        {isKnown && ` ${Math.floor((done / total) * 100)} %`}
      </span>
      {onCancel && (
        <Button onClick={onCancel}>
          {t('cancel')} <kbd>Esc</kbd>
        </Button>
      )}
    </div>
  );
}

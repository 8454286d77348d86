/** A dialogue over the page: the browser's own, so that focus stays inside and the page behind it rests. */

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import './Dialog.css';

type Props = {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Asked for by Escape or the close button; absent where the dialogue has to be answered. */
  readonly onClose?: () => void;
  readonly width?: number;
};

const FIRST = '[data-first-focus], input:not([type=hidden], :disabled), textarea, select, .ant-btn-primary';

export function Dialog({ title, children, onClose, width = 520 }: Props) {
  const { t } = useText(shellText);
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = element.current;
    if (dialog === null) return;
    const before = document.activeElement;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>(FIRST)?.focus();
    return () => {
      dialog.close();
      // What opened it is often gone once the work is done; the keys then go on from the page.
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (isThere ? before : document.getElementById('content'))?.focus();
    };
  }, []);

  return (
    <dialog
      ref={element}
      className="dialog"
      aria-labelledby={titleId}
      style={{ width }}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && event.nativeEvent.isComposing) event.preventDefault();
      }}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        {onClose && (
          <button type="button" className="dialog-close" onClick={onClose}>
            {t('close')} <kbd>Esc</kbd>
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}

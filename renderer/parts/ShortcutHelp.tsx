/** The help card: the keys that work on this page (Shift+?, F1). */

import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { Dialog } from './Dialog.tsx';
import { useShortcuts, useShownShortcuts } from './shortcuts.ts';

export function ShortcutHelp() {
  const { t } = useText(shellText);
  const [isOpen, setOpen] = useState(false);
  const shortcuts = useShownShortcuts();
  useShortcuts([{ keys: ['Shift+?', 'F1'], label: t('keyHelp'), run: () => setOpen(true) }]);
  if (!isOpen) return null;
  return (
    <Dialog title={t('shortcutsTitle')} onClose={() => setOpen(false)}>
      <dl className="help-keys">
        {shortcuts.map(({ keys, label }) => (
          <div key={`${keys.join()}${label}`} className="help-row">
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <Button type="primary" onClick={() => setOpen(false)}>
        {t('close')}
      </Button>
    </Dialog>
  );
}

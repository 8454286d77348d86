/** The help card: the keys that work on this page (Shift+?, F1). */

import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { useShortcuts, useShownShortcuts } from './shortcuts.ts';

export function ShortcutHelp() {
  const { t } = useText(shellText);
  const [isOpen, setOpen] = useState(false);
  const shortcuts = useShownShortcuts();
  useShortcuts([{ keys: ['Shift+?', 'F1'], label: t('keyHelp'), run: () => setOpen(true) }]);
  return (
    <Modal
      open={isOpen}
      title={t('shortcutsTitle')}
      onCancel={() => setOpen(false)}
      footer={
        <Button autoFocus type="primary" onClick={() => setOpen(false)}>
          {t('close')}
        </Button>
      }
    >
      <dl className="facts help-keys">
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
    </Modal>
  );
}

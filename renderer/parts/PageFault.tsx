/** What stands in the place of a page, or of the whole window, that could not be drawn: that in words, and a way to begin again. */

import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import './Problem.css';

export function PageFault() {
  const { t } = useText(shellText);
  return (
    <Alert
      className="problem"
      type="error"
      role="alert"
      title={t('pageFailed')}
      action={
        <Button size="small" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      }
    />
  );
}

/** Where there is no frame around it. */
export function WindowFault() {
  return (
    <main className="welcome">
      <PageFault />
    </main>
  );
}

/** Around what no router looks after. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <WindowFault /> : this.props.children;
  }
}

/** A button that opens a small panel below itself; Escape closes it and gives the focus back. */

import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { isComposing } from './shortcuts.ts';
import './Disclosure.css';

export function Disclosure(props: {
  readonly label: ReactNode;
  readonly className?: string;
  /** Which edge of the button the panel hangs on. */
  readonly edge?: 'start' | 'end';
  readonly children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    panel.current?.querySelector<HTMLElement>('input, select, button, [tabindex="0"]')?.focus();
    function onPointerDown(event: PointerEvent): void {
      const target = event.target as Element;
      if (!root.current?.contains(target) && !target.closest('[role=dialog], .ant-picker-dropdown')) setOpen(false);
    }
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div className="disclosure" ref={root}>
      <button
        ref={button}
        type="button"
        className={props.className ?? 'quiet-button'}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {props.label} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard for everything inside
        <div
          id={id}
          ref={panel}
          className={`disclosure-panel card ${props.edge ?? 'start'}`}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return;
            event.stopPropagation();
            event.preventDefault();
            close();
          }}
        >
          {props.children(close)}
        </div>
      )}
    </div>
  );
}

/** A place onto which a file may be dropped; what it holds offers the same by keyboard. */

import { type ReactNode, useState } from 'react';
import './DropZone.css';

type Props = { readonly onFile: (file: File) => void; readonly children: ReactNode };

export function DropZone({ onFile, children }: Props) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way, the button inside the keyboard's
    <div
      className={isOver ? 'card drop-zone over' : 'card drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) onFile(file);
      }}
    >
      {children}
    </div>
  );
}

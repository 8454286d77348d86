/** The print dialog of a form that was just made, and what became of it. */

import { useState } from 'react';
import type { FormToPrint } from '../usePaper.ts';
import { PrintDialog, type Printed } from './PrintDialog.tsx';
import { PrintedLine } from './PrintedLine.tsx';

type Props = { readonly toPrint: FormToPrint | undefined; readonly onClose: () => void };

/** Every form is on A4. */
export function FormPrinting({ toPrint, onClose }: Props) {
  const [printed, setPrinted] = useState<Printed>();
  return (
    <>
      {printed && <PrintedLine printed={printed} />}
      {toPrint && (
        <PrintDialog
          {...toPrint}
          size="A4"
          onClose={onClose}
          onDone={(done) => {
            setPrinted(done);
            onClose();
          }}
        />
      )}
    </>
  );
}

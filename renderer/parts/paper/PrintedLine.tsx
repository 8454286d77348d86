/** Says that a paper went to the printer, and under which job of the print system. */

import { useText } from '../../text/index.ts';
import { printingText } from '../../text/printing.ts';
import type { Printed } from './PrintDialog.tsx';

export function PrintedLine({ printed }: { readonly printed: Printed }) {
  const { t } = useText(printingText);
  return (
    <p className="paper-said" role="status">
      {t(printed.job === '' ? 'sent' : 'sentJob', printed)}
    </p>
  );
}

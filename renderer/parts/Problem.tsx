/** Shows why something was not done: broken rules at once, a refusal, a fault by its number, or a lost connection. */

import { Alert, Button } from 'antd';
import { MOST_PICTURED_PAGES } from '../../electron/desktop/bridge.ts';
import type { Broken } from '../../electron/domain/broken.ts';
import { refusalOf } from '../client.ts';
import { NativeRefusal } from '../native.ts';
import { type Say, type TextParams, useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { useTerms } from '../text/terms.ts';
import './Problem.css';

/** The broken rules that the engine found; empty for any other failure. */
export function brokenIn(error: unknown): readonly Broken[] {
  const refusal = refusalOf(error);
  if (refusal?.code !== 'BROKEN_RULES') return [];
  return (refusal.data as { readonly broken: readonly Broken[] }).broken;
}

type Props = {
  readonly error: unknown;
  /** Fields whose broken rules stand beside them and are only counted here. */
  readonly fields?: readonly string[];
  readonly onRetry?: () => void;
};

export function Problem({ error, fields = [], onRetry }: Props) {
  const { t } = useText(shellText);
  const terms = useTerms();
  if (error === null || error === undefined) return null;
  const broken = brokenIn(error);
  const elsewhere = broken.filter(({ field }) => !fields.includes(field));
  const title = broken.length > 0 ? t('problemsAtOnce', { count: broken.length }) : sentenceOf(error, t, terms);
  return (
    <Alert
      className="problem"
      type="error"
      role="alert"
      title={title}
      description={
        elsewhere.length > 0 && (
          <ul>
            {elsewhere.map(({ code, field, params }) => (
              <li key={`${code}${field}`}>{terms(code, params)}</li>
            ))}
          </ul>
        )
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        )
      }
    />
  );
}

const NATIVE = {
  TOO_LARGE: 'nativeTooLarge',
  CANNOT_READ: 'nativeCannotRead',
  CANNOT_WRITE: 'nativeCannotWrite',
  NOT_WRITTEN_HERE: 'nativeOther',
  PRINTER_GONE: 'nativePrinterGone',
  NOT_PRINTED: 'nativeNotPrinted',
  NOT_DRAWN: 'nativeNotDrawn',
  TOO_MANY_PAGES: 'nativeTooManyPages',
  PRINT_STOPPED: 'nativePrintStopped',
  PRINT_BUSY: 'nativePrintBusy',
  PRINT_UNANSWERED: 'nativePrintUnanswered',
  BAD_REQUEST: 'nativeOther',
} as const;

function sentenceOf(error: unknown, t: Say<keyof typeof shellText.zh>, terms: ReturnType<typeof useTerms>): string {
  if (error instanceof NativeRefusal)
    return t(NATIVE[error.refusal], { detail: error.detail || '—', most: MOST_PICTURED_PAGES });
  const refusal = refusalOf(error);
  if (refusal === undefined) return t('lostConnection');
  const data = (refusal.data ?? {}) as TextParams & { readonly changedFields?: readonly string[] };
  const { changedFields, ...params } = data;
  if (refusal.code !== 'STALE' || changedFields === undefined || changedFields.length === 0) {
    return terms(`refusal.${refusal.code}`, params);
  }
  return t('stale', { fields: changedFields.map((field) => terms(`field.${field}`)).join(t('listSeparator')) });
}

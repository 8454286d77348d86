/** A dialog done by keyboard: first field focused, Enter next, Ctrl+Enter confirms, F8 next problem, Escape asks first. */

import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { dialogText } from '../../text/dialog.ts';
import { useText } from '../../text/index.ts';
import { Dialog } from '../Dialog.tsx';
import { Problem } from '../Problem.tsx';
import { isComposing } from '../shortcuts.ts';
import { DialogContext } from './DialogField.tsx';
import type { DialogForm } from './useDialogForm.ts';
import './FormDialog.css';

type Props = {
  readonly title: ReactNode;
  readonly confirm: string;
  readonly form: Omit<DialogForm<object>, 'value' | 'set' | 'own'>;
  /** Absent where the dialog has to be answered. */
  readonly onCancel?: () => void;
  /** Leaves what the dialog is doing at this moment; the dialog stays. */
  readonly onStop?: () => void;
  /** Another way to the same end. */
  readonly instead?: ReactNode;
  readonly isDanger?: boolean;
  readonly width?: number;
  /** What is read before the fields are filled in; stands beside them where there is room. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
};

const FIELDS = [
  'input:not([type=hidden], [type=radio], :disabled)',
  'input[type=radio]:checked:not(:disabled)',
  'textarea:not(:disabled)',
  'select:not(:disabled)',
  '[data-group-first]:not(:disabled)',
].join(', ');

export function FormDialog(props: Props) {
  const { title, confirm, form, onCancel, onStop, instead, isDanger = false, width = 560, aside, children } = props;
  const { t } = useText(dialogText);
  const box = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  const { attempts, broken, unread, setUnread } = form;
  const problems = attempts === 0 ? 0 : broken.length + Object.keys(unread).length;

  // What stands in the first field is a proposal: typing replaces it.
  useEffect(() => {
    const first = document.activeElement;
    if (first instanceof HTMLInputElement && first.type === 'text') first.select();
  }, []);
  useEffect(() => {
    if (attempts === 0 || nextProblem(box.current, undefined)) return;
    // Nothing beside a field is wrong: a signature failed, most often for its password.
    box.current?.querySelector<HTMLInputElement>('input[type=password]')?.select();
  }, [attempts]);

  function leave(): void {
    if (onCancel === undefined) return;
    if (form.isPending) onStop?.();
    else if (form.isDirty && !isAsking) setAsking(true);
    else onCancel();
  }

  function onKeyDown(event: React.KeyboardEvent): void {
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
    const isHandled = act(event);
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function act(event: React.KeyboardEvent): boolean {
    const target = event.target as HTMLElement;
    if (event.key === 'Escape') {
      if (isAsking) setAsking(false);
      else leave();
      return true;
    }
    if (event.key === 'F8') return nextProblem(box.current, target);
    if (event.key !== 'Enter') return false;
    if (event.ctrlKey || event.metaKey) {
      form.submit();
      return true;
    }
    if (event.shiftKey || event.altKey || target.closest('button, a')) return false;
    return nextField(box.current, target);
  }

  return (
    <Dialog title={title} width={width} {...(onCancel && { onClose: leave })}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys are heard for everything inside */}
      <div ref={box} onKeyDown={onKeyDown} className="form-dialog">
        <DialogContext value={{ broken, unread, setUnread }}>
          <div className={aside === undefined ? 'form-panes' : 'form-panes two'}>
            {aside !== undefined && <div className="form-aside">{aside}</div>}
            <div className="form-fields">{children}</div>
          </div>
        </DialogContext>
        {problems > 0 ? (
          <p className="problem-line" role="alert">
            {t('problems', { count: problems })}
          </p>
        ) : (
          <Problem error={form.error} />
        )}
        {isAsking && onCancel ? (
          <AskBeforeLeaving onLeave={onCancel} onStay={() => setAsking(false)} />
        ) : (
          <div className="actions form-actions">
            <Button type="primary" danger={isDanger} loading={form.isPending} onClick={form.submit}>
              {confirm} <kbd>{t('confirmKey')}</kbd>
            </Button>
            {instead}
            {onCancel && (
              <Button onClick={leave}>
                {t('cancel')} <kbd>{t('cancelKey')}</kbd>
              </Button>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}

function AskBeforeLeaving({ onLeave, onStay }: { readonly onLeave: () => void; readonly onStay: () => void }) {
  const { t } = useText(dialogText);
  return (
    <div className="actions form-actions" role="alertdialog" aria-label={t('discardTitle')}>
      <b>{t('discardTitle')}</b>
      <Button autoFocus onClick={onStay}>
        {t('keep')}
      </Button>
      <Button danger onClick={onLeave}>
        {t('discard')}
      </Button>
    </div>
  );
}

function nextField(box: HTMLElement | null, from: HTMLElement): boolean {
  const fields = [...(box?.querySelectorAll<HTMLElement>(FIELDS) ?? [])];
  const at = fields.findIndex((field) => field === from || isSameGroup(field, from));
  if (at < 0) return false;
  const next = fields[at + 1] ?? box?.querySelector<HTMLElement>('.form-actions button');
  next?.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  return true;
}

function isSameGroup(field: HTMLElement, from: HTMLElement): boolean {
  const group = from.closest('[role=radiogroup]');
  return group !== null && field.closest('[role=radiogroup]') === group;
}

/** From the last problem back to the first. */
function nextProblem(box: HTMLElement | null, from: HTMLElement | undefined): boolean {
  const wrong = [...(box?.querySelectorAll<HTMLElement>('[aria-invalid=true]') ?? [])];
  const at = from === undefined ? -1 : wrong.indexOf(from);
  const next = wrong[at + 1] ?? wrong[0];
  next?.focus();
  return next !== undefined;
}

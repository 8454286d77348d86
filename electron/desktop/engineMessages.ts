/** What the window's side and the engine's process tell each other beside the calls, which they never see. */

export type ToEngine =
  /** Comes with one port: a window's seat, known by its token. */
  { readonly kind: 'port'; readonly token: string } | { readonly kind: 'resumed' } | { readonly kind: 'closing' };

export type FromEngine =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'reminders';
      readonly digest: boolean;
      readonly overdue: number;
      readonly today: number;
      readonly soon: number;
    }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'closed' };

export type Reminders = Extract<FromEngine, { kind: 'reminders' }>;

/** A text with the searched terms marked; width and case are folded as the search folds them. */

import { useMemo } from 'react';

type Piece = { readonly text: string; readonly isHit: boolean; readonly start: number };

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Pieces of the text as it stands, cut where hits begin and end. */
export function piecesOf(text: string, query: string): readonly Piece[] {
  const terms = fold(query).split(/\s+/u).filter(Boolean);
  const signs = Array.from(text);
  const folded = signs.map(fold);
  const signAt = folded.flatMap((part, at) => Array.from({ length: part.length }, () => at));
  const whole = folded.join('');
  const isHit = signs.map(() => false);
  for (const term of terms) {
    for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + term.length)) {
      for (let sign = signAt[at] ?? 0; sign <= (signAt[at + term.length - 1] ?? -1); sign++) isHit[sign] = true;
    }
  }
  const pieces: Piece[] = [];
  signs.forEach((sign, at) => {
    const last = pieces.at(-1);
    if (last && last.isHit === isHit[at]) pieces[pieces.length - 1] = { ...last, text: last.text + sign };
    else pieces.push({ text: sign, isHit: isHit[at] ?? false, start: at });
  });
  return pieces;
}

export function Highlight({ text, query }: { readonly text: string; readonly query: string | undefined }) {
  const pieces = useMemo(() => (query ? piecesOf(text, query) : undefined), [text, query]);
  if (pieces === undefined) return text;
  return pieces.map((piece) =>
    piece.isHit ? <mark key={piece.start}>{piece.text}</mark> : <span key={piece.start}>{piece.text}</span>,
  );
}

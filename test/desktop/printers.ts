/** A print system for tests: `lpstat` and `lp` found first on the path; what they were given is written down. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const LPSTAT = `#!/bin/sh
here=$(dirname "$0")
case "$1" in
  -e) cat "$here/printers" ;;
  -d) echo "system default destination: $(tail -1 "$here/printers")" ;;
esac
`;
const LP = `#!/bin/sh
here=$(dirname "$0")
for word in "$@"; do file=$word; done
[ -f "$here/complaint" ] && { cat "$here/complaint" >&2; exit 1; }
cp "$file" "$here/paper.pdf"
printf '%s\\n' "$@" > "$here/words"
echo "request id is $2-42 (1 file(s))"
`;

export type PrintSystem = {
  readonly env: Readonly<Record<string, string>>;
  readonly setPrinters: (...names: readonly string[]) => void;
  /** From now on every print fails with these words; undefined mends it. */
  readonly setComplaint: (words: string | undefined) => void;
  /** What the last print was told, without the file's own name, and the hash of the file. */
  readonly lastPrint: () => { readonly words: readonly string[]; readonly sha256: string };
};

export function makePrintSystem(folder: string): PrintSystem {
  const at = (name: string) => path.join(folder, name);
  fs.writeFileSync(at('lpstat'), LPSTAT, { mode: 0o755 });
  fs.writeFileSync(at('lp'), LP, { mode: 0o755 });
  const setPrinters = (...names: readonly string[]) => fs.writeFileSync(at('printers'), names.join('\n'));
  setPrinters();
  return {
    env: { PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}` },
    setPrinters,
    setComplaint: (words) => {
      if (words === undefined) fs.rmSync(at('complaint'), { force: true });
      else fs.writeFileSync(at('complaint'), words);
    },
    lastPrint: () => ({
      words: fs.readFileSync(at('words'), 'utf8').trimEnd().split('\n').slice(0, -1),
      sha256: sha256Of(at('paper.pdf')),
    }),
  };
}

export function sha256Of(file: string): string {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

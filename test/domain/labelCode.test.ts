import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RETENTIONS } from '../../electron/domain/archive.ts';
import { boxCode, documentCode, readableCode, readLabelCode } from '../../electron/domain/labelCode.ts';

const ID = '016c4a1e-7f2b-7d33-9a51-3f9a1c0277be';

describe('the code of a label', () => {
  test('holds the last digits of the id, and is read however it was typed', () => {
    expect(documentCode(ID)).toBe('WJ3F9A1C0277BE');
    expect(readableCode('WJ3F9A1C0277BE')).toBe('WJ 3F9A 1C02 77BE');
    const document = { kind: 'document', idEnd: '3f9a1c0277be' };
    for (const typed of [
      'WJ3F9A1C0277BE',
      'wj 3f9a 1c02 77be',
      'WJ-3F9A-1C02-77BE',
      'ＷＪ３Ｆ９Ａ１Ｃ０２７７ＢＥ\n',
    ]) {
      expect(readLabelCode(typed)).toEqual(document);
    }
  });

  test('of a box names its place on the shelf', () => {
    const box = { fondsNumber: '0123', archiveYear: 2019, retention: 'thirtyYears', boxNumber: 3 } as const;
    expect(boxCode(box)).toBe('HJ0123-2019-30-3');
    expect(readLabelCode('hj0123-2019-30-3')).toEqual({ kind: 'box', box });
  });

  test.each(['', '关于食品抽检的通知', '辽市监发〔2019〕12号', 'WJ3F9A', 'WJ3F9A1C0277BG', 'HJ0123-2019-20-3', 'wj'])(
    'is not what people search for: %s',
    (text) => expect(readLabelCode(text)).toBeUndefined(),
  );

  test('comes back whole for every document and every box', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(readLabelCode(readableCode(documentCode(id)))).toEqual({ kind: 'document', idEnd: id.slice(24) });
      }),
    );
    const boxes = fc.record({
      fondsNumber: fc.stringMatching(/^[0-9A-Z][0-9A-Z-]{0,10}[0-9A-Z]$/),
      archiveYear: fc.integer({ min: 1900, max: 2099 }),
      retention: fc.constantFrom(...RETENTIONS),
      boxNumber: fc.integer({ min: 1, max: 9999 }),
    });
    fc.assert(
      fc.property(boxes, (box) => {
        expect(readLabelCode(boxCode(box))).toEqual({ kind: 'box', box });
      }),
    );
  });
});

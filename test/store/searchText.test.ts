import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../electron/exchange/csv.ts';
import { initialsOf, loadReadings } from '../../electron/store/initials.ts';
import {
  bigramTokens,
  foldText,
  matchExpression,
  SEARCH_TABLE_OPTIONS,
  searchTerms,
} from '../../electron/store/searchText.ts';

await loadReadings();

const HOSTILE = [
  'NEAR("a" "b") AND OR NOT',
  '"; DROP TABLE t; --',
  "O'Neil公司的批复",
  '50%以上 _下划线_ \\反斜线',
  '*星号* ^脱字符 {列} : 冒号',
  '零\u{200B}宽\u{FEFF}字符与葛\u{E0100}城',
  '李\u{2CB5A}\u{20BB7}林\u{30EDD}面',
  'ＡＥＯ互认（２０１９）㈠①',
  '“双随机、一公开” "双随机、一公开" `反引号`',
  '私用区\u{E816}字与\u{F0000}字',
  '孤立\u{D800}代理',
  'tab\t与\n换行',
  'İstanbul ΑΣ straße ẞ',
  'e\u{301}与é',
  '　全角　空格　',
];

const titles = [...valuesOf('documents.csv', 'title'), ...valuesOf('rare_names.csv', 'value'), ...HOSTILE];

function valuesOf(file: string, header: string): string[] {
  const reading = readCsv(readFileSync(new URL(`../fixtures/${file}`, import.meta.url)));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const column = reading.table.headers.indexOf(header);
  return reading.table.rows.map((row) => row.cells[column] ?? '');
}

describe('searching titles by pairs of characters', () => {
  const db = new Database(':memory:');

  beforeAll(() => {
    db.exec(`
      CREATE TABLE title (id INTEGER PRIMARY KEY, folded TEXT NOT NULL, initials TEXT NOT NULL);
      CREATE VIRTUAL TABLE found USING fts5 (pairs, initials, ${SEARCH_TABLE_OPTIONS});
      CREATE VIRTUAL TABLE trigram USING fts5 (folded, tokenize = 'trigram');
    `);
    const inTable = db.prepare('INSERT INTO title VALUES (?, ?, ?)');
    const inIndex = db.prepare('INSERT INTO found (rowid, pairs, initials) VALUES (?, ?, ?)');
    const inTrigram = db.prepare('INSERT INTO trigram (rowid, folded) VALUES (?, ?)');
    db.transaction(() => {
      titles.forEach((title, id) => {
        inTable.run(id, foldText(title), initialsOf(title));
        inIndex.run(id, bigramTokens(title), bigramTokens(initialsOf(title)));
        inTrigram.run(id, foldText(title));
      });
    })();
  });
  afterAll(() => db.close());

  function byIndex(query: string): number[] {
    const expression = matchExpression(query);
    if (expression === null) return [];
    return db.prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid').pluck().all(expression) as number[];
  }

  /** Ground truth: LIKE over the folded text, for Latin terms also over the initials. */
  function byLike(query: string): number[] {
    const terms = searchTerms(query);
    if (terms.length === 0) return [];
    const clauses = terms.map((term) => {
      const title = `folded LIKE ? ESCAPE '!'`;
      return /^(?=.*[a-z])[a-z0-9]{2,}$/u.test(term)
        ? `(${title} OR initials LIKE ? ESCAPE '!')`
        : `(${title} OR ? = '')`;
    });
    const values = terms.flatMap((term) => Array(2).fill(`%${term.replace(/[!%_]/gu, '!$&')}%`));
    return db
      .prepare(`SELECT id FROM title WHERE ${clauses.join(' AND ')} ORDER BY id`)
      .pluck()
      .all(...values) as number[];
  }

  test('every part of every real and hostile title finds exactly what LIKE finds', () => {
    const part = fc
      .tuple(fc.constantFrom(...titles), fc.nat(), fc.integer({ min: 1, max: 12 }))
      .map(([title, start, length]) => {
        const characters = Array.from(title);
        const from = start % Math.max(1, characters.length);
        return characters.slice(from, from + length).join('');
      });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
        const query = parts.join(' ');
        expect(byIndex(query)).toEqual(byLike(query));
      }),
      { numRuns: 1500 },
    );
  });

  test('any text at all may be typed: no syntax of the index gets through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (query) => {
        expect(byIndex(query)).toEqual(byLike(query));
      }),
      { numRuns: 1000 },
    );
    for (const query of [
      ...HOSTILE,
      '"',
      "'",
      '*',
      '""',
      'a OR b',
      'pairs:通知',
      '-通知',
      '(',
      ')',
      '\0',
      '^通知',
      '+',
    ]) {
      expect(byIndex(query), query).toEqual(byLike(query));
    }
  });

  test('every title is found by its own text, rare characters and invisible ones included', () => {
    titles.forEach((title, id) => {
      if (searchTerms(title).length > 0) expect(byIndex(title), title).toContain(id);
    });
  });

  test('one, two and four characters are found; the trigram index finds nothing below three', () => {
    const trigram = db.prepare('SELECT count(*) FROM trigram WHERE trigram MATCH ?').pluck();
    for (const term of ['函', '通知', '监督管理']) {
      expect(byIndex(term).length, term).toBeGreaterThan(9);
      expect(byIndex(term)).toEqual(byLike(term));
    }
    expect(trigram.get('"函"')).toBe(0);
    expect(trigram.get('"通知"')).toBe(0);
    expect(trigram.get('"监督管理"')).toBeGreaterThan(9);
  });

  test('a title can be taken out of the index and put back changed', () => {
    const id = titles.length;
    db.prepare('INSERT INTO found (rowid, pairs, initials) VALUES (?, ?, ?)').run(id, bigramTokens('临时标题甲'), '');
    expect(byIndex('临时标题')).toEqual([id]);
    db.prepare('DELETE FROM found WHERE rowid = ?').run(id);
    expect(byIndex('临时标题')).toEqual([]);
  });

  test('many terms in one query stay one query', () => {
    const query = Array.from({ length: 400 }, (_, at) => `词${at}`).join(' ');
    expect(byIndex(query)).toEqual([]);
  });
});

test('width, compatibility forms, case and invisible characters do not matter', () => {
  expect(foldText('ＡＥＯ互认（２０１９）')).toBe('aeo互认(2019)');
  expect(foldText('⼀、政务公开⼯作')).toBe('一、政务公开工作');
  expect(foldText('零\u{200B}宽\u{FEFF}葛\u{E0100}\u{D800}')).toBe('零宽葛');
});

test('initials follow the office reading: 处长 is cz, 重庆 cq; digits and letters stay', () => {
  expect(initialsOf('处长、率先、重庆、乐清')).toBe('czsxcqyq');
  expect(initialsOf('关于印发《2019年AEO要点》的通知')).toBe('gyyf2019naeoyddtz');
});

/** Search among 100,000 titles: milliseconds for one, two and four characters, and whether the hits are those of LIKE. */

import Database from 'better-sqlite3';
import { seededRandom, syntheticDocuments } from '../../electron/exchange/syntheticDocuments.ts';
import { initialsOf, loadReadings } from '../../electron/store/initials.ts';
import { bigramTokens, foldText, matchExpression, SEARCH_TABLE_OPTIONS } from '../../electron/store/searchText.ts';

await loadReadings();

const QUERIES_PER_LENGTH = 100;
const FIRST_PAGE = 50;
const CHECKED_AGAINST_LIKE = 25;

export type SearchFigures = {
  readonly titles: number;
  readonly buildSeconds: number;
  readonly initialsSeconds: number;
  readonly lengths: readonly {
    readonly characters: number;
    readonly p50Ms: number;
    readonly p95Ms: number;
    readonly differsFromLike: number;
  }[];
};

/** A real file in WAL mode would only add the first read; the index and the statements are those of the registry. */
export function measureSearch(count: number, seed = 1): SearchFigures {
  const db = new Database(':memory:');
  db.exec(`
    CREATE TABLE title (id INTEGER PRIMARY KEY, folded TEXT NOT NULL);
    CREATE VIRTUAL TABLE found USING fts5 (pairs, initials, ${SEARCH_TABLE_OPTIONS});
  `);
  const titles = Array.from(syntheticDocuments(count, seed), ({ input }) => input.title);
  const beforeInitials = performance.now();
  const initials = titles.map(initialsOf);
  const beforeBuild = performance.now();
  const inTable = db.prepare('INSERT INTO title VALUES (?, ?)');
  const inIndex = db.prepare('INSERT INTO found (rowid, pairs, initials) VALUES (?, ?, ?)');
  db.transaction(() => {
    titles.forEach((title, id) => {
      inTable.run(id, foldText(title));
      inIndex.run(id, bigramTokens(title), bigramTokens(initials[id] ?? ''));
    });
  })();
  const built = performance.now();
  const lengths = [1, 2, 4].map((characters) => measured(db, parts(titles, characters, seed), characters));
  db.close();
  return {
    titles: count,
    buildSeconds: (built - beforeBuild) / 1000,
    initialsSeconds: (beforeBuild - beforeInitials) / 1000,
    lengths,
  };
}

function measured(
  db: Database.Database,
  queries: readonly string[],
  characters: number,
): SearchFigures['lengths'][number] {
  const page = db.prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid DESC LIMIT ?').pluck();
  const all = db.prepare('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid').pluck();
  const like = db.prepare("SELECT id FROM title WHERE folded LIKE ? ESCAPE '!' ORDER BY id").pluck();
  for (const query of queries.slice(0, 10)) page.all(matchExpression(query), FIRST_PAGE);
  const times = queries.map((query) => {
    const start = performance.now();
    page.all(matchExpression(query), FIRST_PAGE);
    return performance.now() - start;
  });
  const differing = queries.slice(0, CHECKED_AGAINST_LIKE).filter((query) => {
    const pattern = `%${foldText(query).replace(/[!%_]/gu, '!$&')}%`;
    return JSON.stringify(all.all(matchExpression(query))) !== JSON.stringify(like.all(pattern));
  });
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { characters, p50Ms: at(0.5), p95Ms: at(0.95), differsFromLike: differing.length };
}

/** Parts of real titles, and one absent string. */
function parts(titles: readonly string[], characters: number, seed: number): string[] {
  const random = seededRandom(seed + characters);
  const found = Array.from({ length: QUERIES_PER_LENGTH - 1 }, () => {
    const title = Array.from(titles[Math.floor(random() * titles.length)] ?? '');
    const start = Math.floor(random() * (title.length - characters));
    return title.slice(start, start + characters).join('');
  });
  return [...found, '龘'.repeat(characters)];
}

if (import.meta.filename === process.argv[1]) {
  const figures = measureSearch(Number(process.argv[2] ?? 100_000));
  console.log(JSON.stringify(figures, null, 2));
}

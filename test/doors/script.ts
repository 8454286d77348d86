/** What a bureau does in a morning, call by call; the transcript is compared between doors. */

import type { EngineClient } from '../../electron/contract/procedures.ts';
import { toDay } from '../../electron/domain/day.ts';
import { ordinaryDocument, PASSWORD, type World } from '../world.ts';

type Line = readonly [string, unknown];

/** Ids, hashes and keys differ between registries; which of them are the same does not. */
export function masked(transcript: readonly Line[]): unknown {
  const names = new Map<string, string>();
  // A printed ledger carries its hash, so even its size differs.
  const sizeless = JSON.stringify(transcript).replace(/"bytes":\d+/g, '"bytes":1');
  const text = sizeless.replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|F[0-9A-F]{8}/g,
    (name) => {
      const known = names.get(name) ?? `#${names.size + 1}`;
      names.set(name, known);
      return known;
    },
  );
  return JSON.parse(text);
}

export async function runScript(world: World, newSeat: () => Promise<EngineClient>): Promise<readonly Line[]> {
  const transcript: Line[] = [];
  async function note<Answer>(name: string, call: Promise<Answer>): Promise<Answer | undefined> {
    try {
      const answer = await call;
      transcript.push([name, answer instanceof File ? await fileInWords(answer) : answer]);
      return answer;
    } catch (error) {
      const { code, status, data, defined } = error as Record<string, unknown>;
      transcript.push([name, { code, status, data, defined, isError: error instanceof Error }]);
      return undefined;
    }
  }
  async function noteSteps(name: string, call: Promise<AsyncIterable<unknown>>): Promise<unknown> {
    const steps: unknown[] = [];
    await note(
      name,
      (async () => {
        for await (const step of await call) steps.push(step);
        const isGrowing = steps.slice(0, -1).every((step) => (step as { kind: string }).kind === 'progress');
        return { isGrowing, hasProgress: steps.length > 1, last: steps.at(-1) };
      })(),
    );
    return steps.at(-1);
  }

  const clerk = await newSeat();
  const login = world.people.clerk.login;
  await note('state', clerk.registry.state());
  await note('nobody sits here', clerk.people.session());
  await note('list before signing in', clerk.documents.list(FIRST_PAGE));
  await note('wrong password', clerk.people.signIn({ login, password: 'Wrong-One-123' }));
  await note('input that does not fit', clerk.people.signIn({ login: 7, password: PASSWORD } as never));
  await note('sign in', clerk.people.signIn({ login, password: PASSWORD }));
  await note('who sits here', clerk.people.session());

  const input = ordinaryDocument(world, { docNumberRaw: '滨市监发〔2019〕12号', isUnnumbered: false });
  const registered = await note('register', clerk.documents.register(input));
  await note('register the same again', clerk.documents.register(input));
  await note(
    'break several rules at once',
    clerk.documents.register({ ...input, title: '', signer: '', id: crypto.randomUUID() }),
  );
  await note('a mark of secrecy', clerk.documents.register({ ...input, title: '机密★10年', id: crypto.randomUUID() }));
  const version = registered?.document.version ?? 0;
  await note(
    'amend',
    clerk.documents.amend({ ...input, version, title: '关于做好抽检的通知', reasonForChange: '更正标题错字漏字' }),
  );
  await note(
    'amend what changed meanwhile',
    clerk.documents.amend({ ...input, version, reasonForChange: '更正标题错字漏字' }),
  );
  await note('get', clerk.documents.get({ id: input.id }));
  await note('get what is not there', clerk.documents.get({ id: '01a00000-0000-7000-8000-000000000000' }));
  await note('list', clerk.documents.list(FIRST_PAGE));
  await note('a role that may not', clerk.registry.trail({ limit: 10 }));
  await note('board', clerk.duties.board({}));
  await note('a date without a day', clerk.duties.preview({ from: '2019-02-30' as never, rule: 'posting' }));
  await note('preview', clerk.duties.preview({ from: toDay('2019-06-10'), rule: 'posting' }));

  const file = new File([CSV], '旧台账.csv', { type: 'text/csv' });
  await noteSteps('import', clerk.registry.import({ file, mapping: null, isDryRun: false, isPartial: true }));
  const broken = new File(['\u0000\u0001'], 'x.xlsx');
  await noteSteps(
    'import a broken file',
    clerk.registry.import({ file: broken, mapping: null, isDryRun: true, isPartial: true }),
  );
  await note('export', clerk.documents.export({ filter: {}, sort: BY_DAY, format: 'csv', language: 'zh' }));
  const composed = await noteSteps(
    'compose',
    clerk.ledgers.compose({ preset: 'brief', language: 'zh', filter: {}, sort: BY_DAY, period: '' }),
  );
  const { result } = composed as { result: { paperId: string } };
  const paper = await note('fetch the paper', clerk.ledgers.fetch({ paperId: result.paperId }));
  transcript.push(['it is a PDF', (await paper?.text())?.startsWith('%PDF')]);

  const other = await newSeat();
  await note('another seat is another person', other.people.session());
  await note('and may not fetch it', other.ledgers.fetch({ paperId: result.paperId }));
  await note('lock', clerk.people.lock());
  await note('list while locked', clerk.documents.list(FIRST_PAGE));
  await note('unlock', clerk.people.unlock({ password: PASSWORD }));
  await note('sign out', clerk.people.signOut());
  await note('list after signing out', clerk.documents.list(FIRST_PAGE));
  return transcript;
}

const BY_DAY = { by: 'signedOn', direction: 'desc' } as const;
const FIRST_PAGE = { filter: {}, sort: BY_DAY, offset: 0, limit: 50 };

const CSV = `文号,标题,文种,主办处室,拟稿人,签发人,签发日期,公开属性
滨市监发〔2019〕1号,关于开展春季检查的通知,通知,法规处,刘洋,李建明,2019-03-01,主动公开
滨市监发〔2019〕2号,关于𠮷祥街道检查的通知,通知,法规处,刘洋,李建明,2019-03-04,主动公开
滨市监发〔2019〕x号,号码写坏的通知,通知,法规处,刘洋,李建明,2019-03-04,主动公开
`;

async function fileInWords(file: File) {
  return { name: file.name, type: file.type, bytes: file.size > 0 };
}

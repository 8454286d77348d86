/** Some pages of a paper that this seat composed, such as those that the printer ate. */

import { readPageRange } from '../../domain/pageRange.ts';
import { os } from '../procedure.ts';
import { refusal, refuseIfBroken } from '../refusal.ts';
import { handOut } from './paperFacts.ts';

export const excerpt = os.printing.excerpt.handler(async ({ context: { engine, token }, input }) => {
  const paper = engine.papers.find(input.paperId, token);
  if (paper?.mediaType !== 'application/pdf') throw refusal('NOT_FOUND');
  const { pageCount } = await import('../../print/pageCount.ts');
  const range = readPageRange(input.pages, pageCount(paper.content));
  if (!range.ok) {
    refuseIfBroken([range.broken]);
    throw refusal('NOT_FOUND');
  }
  const { excerptOf } = await import('../../print/excerpt.ts');
  const content = await excerptOf(paper.content, range.pages, engine.clock().toISOString());
  const name = `${paper.fileName.replace(/\.pdf$/, '')} ${input.pages.trim()}`;
  return handOut({ engine, token }, { name, content, missing: [] });
});

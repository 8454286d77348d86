/** The register of one kind of matter as a table file: the columns of its page. */

import type { MatterSummary } from '../../contract/matters.ts';
import type { MatterField, MatterKind } from '../../domain/matters/kind.ts';
import type { Language } from '../../domain/wording/catalogue.ts';
import { say } from '../../domain/wording/say.ts';
import type { SheetCell } from '../../exchange/sheet.ts';
import { dayColumn, type PageColumn, textColumn, timeLeft } from '../exchange/pageExport.ts';

export function matterColumns(kind: MatterKind): readonly PageColumn<MatterSummary>[] {
  const own = kind.columns.flatMap((key) => kind.fields.filter((field) => field.key === key));
  const [lastZh, lastEn] = kind.isStanding ? ['最近更新', 'Last renewed'] : ['最近公开', 'Last published'];
  return [
    textColumn('标题', 'Title', 50, ({ title }) => title),
    ...own.map(fieldColumn),
    textColumn('责任处室', 'Division', 16, ({ divisionName }) => divisionName),
    dayColumn('到期', 'Due', ({ duty }) => duty?.dueOn ?? null),
    textColumn('期限', 'Time left', 18, standing),
    dayColumn(lastZh, lastEn, ({ lastPostedOn }) => lastPostedOn),
  ];
}

function fieldColumn(field: MatterField): PageColumn<MatterSummary> {
  const { key, type } = field;
  return {
    ...{ zh: say('zh', `field.${key}`), en: say('en', `field.${key}`) },
    ...{
      width: type === 'long' || type === 'reason' ? 40 : 14,
      kind: type === 'day' || type === 'number' ? type : 'text',
    },
    value: ({ body }, language) => wordOf(field, body[key], language),
  };
}

function wordOf(
  { key, type }: MatterField,
  value: MatterSummary['body'][string] | undefined,
  language: Language,
): SheetCell {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value))
    return value.map((one) => say(language, `channel.${one}`)).join(language === 'zh' ? '、' : ', ');
  if (type === 'yesNo') return say(language, value === true ? 'export.yes' : 'export.no');
  if (type === 'choice') return say(language, `${key}.${String(value)}`);
  return typeof value === 'boolean' ? String(value) : value;
}

/** Void and done matters say so; the others how much time is left. */
function standing({ isVoided, duty, closedOn }: MatterSummary, language: Language): string {
  if (isVoided) return say(language, 'matterState.voided');
  if (duty !== null) return timeLeft(duty, language);
  return say(language, closedOn === null ? 'matterState.open' : 'matterState.closed');
}

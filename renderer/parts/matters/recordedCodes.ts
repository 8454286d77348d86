/** Values of a matter's fields as the trail keeps them, as codes that have words: choices, channels, stages. */

import { MATTER_KINDS } from '../../../electron/domain/matters/kinds.ts';
import { hasWords } from '../../../electron/domain/wording/say.ts';

const TYPES = new Map(MATTER_KINDS.flatMap(({ fields }) => fields).map(({ key, type }) => [key, type]));

/** Undefined where the value is plain text. */
export function recordedCodes(field: string, value: string): readonly string[] | undefined {
  const codes = codesOf(field, value);
  return codes.length > 0 && codes.every(hasWords) ? codes : undefined;
}

function codesOf(field: string, value: string): readonly string[] {
  if (['matterStage', 'reviewResult'].includes(field)) return [`${field}.${value}`];
  switch (TYPES.get(field)) {
    case 'choice':
      return [`${field}.${value}`];
    case 'yesNo':
      return [`yesNo.${value}`];
    case 'channels':
      return channelsIn(value).map((channel) => `channel.${channel}`);
    default:
      return [];
  }
}

function channelsIn(value: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) ? read.map(String) : [];
  } catch {
    return [];
  }
}

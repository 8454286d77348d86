/** The characters that a face for official papers should have: GB/T 2312—1980 by its levels, and the signs of 公文. */

const FIRST_ROW = 0xb0;
/** 一级汉字, by sound: rows 16 to 55, of the last one 89 places. */
const LEVEL_1 = { rows: 40, last: 89 };
/** 二级汉字, by radical: rows 56 to 87. */
const LEVEL_2 = { rows: 32, last: 94 };
const FIRST_PLACE = 0xa1;
const PLACES = 94;

export type CharacterList = { readonly name: 'level1' | 'level2' | 'signs'; readonly characters: readonly string[] };

const SIGNS =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz,.:;?!()-/%&@+=' +
  '、。，．：；？！“”‘’（）〔〕［］【】《》〈〉—…·～％‰℃°№￥○△□◎★●→×÷±≤≥①②③④⑤⑥⑦⑧⑨⑩';

export function commonCharacters(): readonly CharacterList[] {
  return [
    { name: 'level1', characters: rowsOf(FIRST_ROW, LEVEL_1) },
    { name: 'level2', characters: rowsOf(FIRST_ROW + LEVEL_1.rows, LEVEL_2) },
    { name: 'signs', characters: [...SIGNS] },
  ];
}

function rowsOf(first: number, { rows, last }: { readonly rows: number; readonly last: number }): readonly string[] {
  const bytes = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: row === rows - 1 ? last : PLACES }, (_, place) => [first + row, FIRST_PLACE + place]),
  ).flat(2);
  return [...new TextDecoder('gb18030').decode(Uint8Array.from(bytes))];
}

/** A page on which faces are looked at before papers are set in them: every role as papers use it, in its sizes. */

import type { FaceName, FontSet } from './fonts.ts';
import { BODY, drawForm, drawTitle, label, NOTE, value } from './form.ts';
import { openPaper, type PaperLanguage } from './page.ts';
import { A4_PORTRAIT, mm, type Sheet, type TextStyle } from './sheet.ts';

const zh = {
  name: '字体样张',
  faces: (title: string, body: string, heading: string) => `标题：${title}　正文：${body}　栏目：${heading}`,
  shipped: '随程序字体',
  note: '本页由打印各类文书的同一程序排出；所选字体没有的字，由随程序字体补上。',
  title: '关于公布规范性文件清理结果的通知',
  number: '样市监发〔2019〕12号',
  heading: '一、公开属性和公开期限',
  paragraphs: [
    '根据《中华人民共和国政府信息公开条例》第二十六条，属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开。法律、法规对政府信息公开的期限另有规定的，从其规定。',
    '拟制公文时，应当明确“主动公开”“依申请公开”“不予公开”等属性，随公文一并报批；食品抽检合格率98.7%（2019年上半年），较上年同期提高0.6个百分点——其中：蔬菜99.1%、水产品96.4%。',
  ],
  sizes: '永字八法　政务公开　0123456789　Aa Bb',
  rare: '姓名用字：王䶮　李喆　张昇　陈垚　赵玥　𠮷　㛃　镕　旻　祎',
  form: [
    ['起草处室', '食品安全监督管理处', '签发日期', '2019年8月1日'],
    ['文件标题', '关于做好2019年秋季学校食品安全工作的通知', '公开属性', '主动公开'],
    ['应上网日期', '2019年8月29日', '实收份数', '7 份'],
  ],
};

const en: typeof zh = {
  name: 'Type specimen',
  faces: (title, body, heading) => `Title: ${title}   Text: ${body}   Heads: ${heading}`,
  shipped: 'shipped face',
  note: 'Set by the program that prints all papers; what the chosen faces lack is drawn by the shipped ones.',
  title: 'Notice on the Review of Normative Documents',
  number: '样市监发〔2019〕12号',
  heading: '1. Attribute and period of disclosure',
  paragraphs: [
    'Under article 26 of the Regulation on Open Government Information, what is to be disclosed proactively is posted within 20 working days of the day on which it came about or changed, “promptly”, unless a law or regulation says otherwise.',
    '根据《中华人民共和国政府信息公开条例》第二十六条，属于主动公开范围的政府信息，应当自该政府信息形成或者变更之日起20个工作日内及时公开。',
  ],
  sizes: '永字八法　政务公开　0123456789　Aa Bb',
  rare: 'Names: 王䶮　李喆　张昇　陈垚　赵玥　𠮷　㛃　镕　旻　祎',
  form: [
    ['Division', '食品安全监督管理处', 'Signed on', '1 August 2019'],
    ['Title', '关于做好2019年秋季学校食品安全工作的通知', 'Attribute', 'Proactive'],
    ['Due online', '29 August 2019', 'Copies', '7'],
  ],
};

const WORDS = { zh, en };
const TITLE: Readonly<Record<PaperLanguage, TextStyle>> = {
  zh: { face: 'songBlack', size: 22 },
  en: { face: 'songBlack', size: 18 },
};
const HEADING: TextStyle = { face: 'hei', size: 16 };
const TEXT: TextStyle = { face: 'song', size: 16 };
const LEADING = 1.75;
const SIZES = [22, 16, 12, 10.5, 9];

export async function printSpecimen(fonts: FontSet, language: PaperLanguage, madeAt: string): Promise<Uint8Array> {
  const words = WORDS[language];
  const paper = await openPaper(fonts, { title: words.name, subject: words.note, author: '', language, madeAt });
  const sheet = paper.addSheet(A4_PORTRAIT);
  const centre = (sheet.left + sheet.right) / 2;
  const familyOf = (face: FaceName) => fonts.office?.[face]?.family ?? words.shipped;
  sheet.text(words.note, sheet.left, sheet.top, NOTE);
  const faces = words.faces(familyOf('songBlack'), familyOf('song'), familyOf('hei'));
  for (const [at, line] of paper.linesOf(faces, NOTE, sheet.width).entries()) {
    sheet.text(line, sheet.left, sheet.top + mm(5 + 4 * at), NOTE);
  }
  drawTitle(sheet, words.title, centre, sheet.top + mm(18), TITLE[language]);
  sheet.text(words.number, centre, sheet.top + mm(28), TEXT, 'center');
  let y = sheet.top + mm(40);
  sheet.tag('P', () => sheet.text(words.heading, sheet.left, y, HEADING));
  for (const paragraph of words.paragraphs) {
    const lines = paper.linesOf(`　　${paragraph}`, TEXT, sheet.width);
    sheet.tag('P', () => {
      for (const line of lines) {
        y += TEXT.size * LEADING;
        sheet.text(line, sheet.left, y, TEXT);
      }
    });
  }
  y = drawSizes(sheet, words.sizes, y + mm(8));
  sheet.text(words.rare, sheet.left, y + mm(9), { ...BODY, size: 14 });
  const rows = words.form.map(([first = '', firstText = '', second = '', secondText = '']) => ({
    least: 10,
    cells: [label(first, 16), value(firstText, 44), label(second, 16), value(secondText, 24)],
  }));
  drawForm(sheet, paper, rows, { x: sheet.left, y: y + mm(16), width: sheet.width, bottom: sheet.bottom });
  return paper.finish();
}

/** The same line in the sizes from 二号 down to 小五, in the face of the text and in that of the heads. */
function drawSizes(sheet: Sheet, text: string, top: number): number {
  let y = top;
  for (const size of SIZES) {
    y += size * 1.5;
    sheet.text(text, sheet.left, y, { face: 'song', size });
  }
  for (const size of SIZES.slice(2)) {
    y += size * 1.5;
    sheet.text(text, sheet.left, y, { face: 'hei', size });
  }
  return y;
}

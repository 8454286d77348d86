import { describe, expect, test } from 'vitest';
import { ANNEX_TYPES, DOC_TYPES, docTypeOfTitle, isDocType } from '../../electron/domain/docType.ts';

describe('the type of a document', () => {
  test('is one of fifteen, and 令 stands for 命令', () => {
    expect(DOC_TYPES).toHaveLength(15);
    expect(new Set([...DOC_TYPES, ...ANNEX_TYPES]).size).toBe(DOC_TYPES.length + ANNEX_TYPES.length);
    expect([isDocType('通知'), isDocType('办法'), isDocType('命令')]).toEqual([true, false, false]);
  });

  test.each([...DOC_TYPES, ...ANNEX_TYPES])('%s is read from the end of a title', (type) => {
    expect(docTypeOfTitle(`辽宁省市场监督管理局关于某项工作的${type}`)).toBe(type);
  });

  test.each([
    ['辽宁省市场监督管理局关于印发《网络交易监督管理办法》的通知', '通知'],
    ['关于印发全省今冬明春火灾防控工作方案的 通    知', '通知'],
    ['食品生产许可管理办法（试行）', '办法'],
    ['食品生产许可管理办法(2019年修订)(试行)', '办法'],
    ['河北省软科学研究计划项目管理办法（冀科政﹝2013﹞12号)', '办法'],
    ['《辽宁省食品安全条例》', '条例'],
    ['关于同意设立检验中心的复函', '函'],
    ['中华人民共和国国务院命令', '令'],
    ['2022年政府信息公开工作年度报告', '报告'],
    ['办公会议纪要。', '纪要'],
    ['《关于推进公平竞争的实施意见》政策解读', '解读'],
    ['辽宁省市场监督管理局\u{200B}公告', '公告'],
  ])('%s is a %s', (title, type) => {
    expect(docTypeOfTitle(title)).toBe(type);
  });

  test.each(['', '（试行）', '省政府领导分工', '通知书', '关于印发方案的通...', '答记者问'])(
    '%j shows none',
    (title) => {
      expect(docTypeOfTitle(title)).toBeUndefined();
    },
  );
});

/** The table of duty rules: what is owed within which period, by which article; the administrator amends it. */

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DutyRuleRecord } from '../../electron/contract/rules.ts';
import { DUTY_RULE_IDS } from '../../electron/domain/dutyRules.ts';
import { sayRule } from '../../electron/domain/wording/say.ts';
import { orpc } from '../client.ts';
import { PageState } from '../parts/PageState.tsx';
import { RowTable } from '../parts/RowTable.tsx';
import { RuleDialog } from '../parts/registry/RuleDialog.tsx';
import { RuleHistory } from '../parts/registry/RuleHistory.tsx';
import { RuleDates, RulePeriod } from '../parts/registry/RuleParts.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { rulesText } from '../text/rules.ts';
import { shellText } from '../text/shell.ts';
import { useTerms } from '../text/terms.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import './RulesPage.css';

type Opened = { readonly as: 'correct' | 'follow' | 'history'; readonly rule: DutyRuleRecord };

const COLUMNS = ['rule', 'period', 'gate', 'evidence', 'division', 'acts'] as const;

export function RulesPage() {
  const { t } = useText(rulesText);
  const { t: shell } = useText(shellText);
  const { actor } = useSeat();
  const [opened, setOpened] = useState<Opened>();
  const asked = useQuery(orpc.rules.list.queryOptions());
  const divisions = useQuery(orpc.people.divisions.queryOptions());
  const mayChange = holds(actor, ['administrator']);
  const rows = inOrder(asked.data ?? []);
  const { rowProps } = useRowKeys(
    rows,
    ({ id }) => id,
    (rule) => setOpened({ as: mayChange ? 'correct' : 'history', rule }),
  );
  useShortcuts([
    { keys: ['↑', '↓'], label: shell('keyRows') },
    { keys: ['Enter'], label: t(mayChange ? 'keyCorrect' : 'history') },
  ]);
  if (asked.data === undefined) return <PageState of={asked} />;
  if (divisions.data === undefined) return <PageState of={divisions} />;
  const close = () => setOpened(undefined);
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <section className="card list-card rules-card" aria-label={t('heading')}>
        {!mayChange && <p className="grey list-more">{t('readOnly')}</p>}
        <RowTable
          name={t('heading')}
          columns={COLUMNS.map((id) => ({
            id,
            heading: t(`column.${id}`),
            className: `rule-${id}`,
            isOffscreen: id === 'acts',
          }))}
          className="rules"
        >
          {rows.map((rule) => (
            <tr key={rule.id} {...rowProps(rule)} className={rule.isEnabled ? undefined : 'rule-off'}>
              <RuleCells rule={rule} />
              <td className="acts">
                {(mayChange ? (['correct', 'follow', 'history'] as const) : (['history'] as const)).map((as) => (
                  <button key={as} type="button" className="link-button" onClick={() => setOpened({ as, rule })}>
                    {t(as)}
                  </button>
                ))}
              </td>
            </tr>
          ))}
        </RowTable>
      </section>
      {opened?.as === 'history' && (
        <RuleHistory rows={asked.data.filter(({ rule }) => rule === opened.rule.rule)} onDone={close} />
      )}
      {opened !== undefined && opened.as !== 'history' && (
        <RuleDialog
          rule={opened.rule}
          rules={asked.data}
          divisions={divisions.data}
          isCorrection={opened.as === 'correct'}
          onDone={close}
        />
      )}
    </>
  );
}

function inOrder(rules: readonly DutyRuleRecord[]): readonly DutyRuleRecord[] {
  const place = ({ rule }: DutyRuleRecord) => DUTY_RULE_IDS.indexOf(rule);
  return rules
    .filter(({ isCurrent }) => isCurrent)
    .toSorted((a, b) => place(a) - place(b) || a.effectiveFrom.localeCompare(b.effectiveFrom));
}

function RuleCells({ rule }: { readonly rule: DutyRuleRecord }) {
  const { t, language } = useText(rulesText);
  const terms = useTerms();
  const said = (part: 'ruleTrigger' | 'ruleGate' | 'ruleEvidence', text: string) => sayRule(language, part, text);
  return (
    <>
      <td>
        <b>{terms(`duty.${rule.rule}`)}</b>
        {!rule.isBuiltIn && <span className="badge soon">{t('ownRule')}</span>}
        <div className="grey">{sayRule(language, 'dutyArticle', rule.article)}</div>
      </td>
      <td>
        <RulePeriod rule={rule} />
        <div className="grey">{said('ruleTrigger', rule.trigger)}</div>
      </td>
      <td>{rule.gate === '' ? t('noGate') : said('ruleGate', rule.gate)}</td>
      <td>{said('ruleEvidence', rule.evidence)}</td>
      <td>
        {rule.divisionName ?? t('ownDivision')}
        <div className="grey">
          <RuleDates rule={rule} />
        </div>
      </td>
    </>
  );
}

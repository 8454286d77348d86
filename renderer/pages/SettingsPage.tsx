/** Settings: what the plan leaves open, with its reason, its value and its default; the sample's own today. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { type Day, formatDay } from '../../electron/domain/day.ts';
import type { SettingKey } from '../../electron/domain/settings.ts';
import { client, orpc, queryClient } from '../client.ts';
import { type Asked, AskedDay } from '../parts/AskedDay.tsx';
import { RowTable } from '../parts/RowTable.tsx';
import '../parts/Field.css';
import { PageState } from '../parts/PageState.tsx';
import { Problem } from '../parts/Problem.tsx';
import { SettingDialog } from '../parts/registry/SettingDialog.tsx';
import { isSettingKey, settingInWords } from '../parts/registry/settingValue.ts';
import { useShortcuts } from '../parts/shortcuts.ts';
import { useRowKeys } from '../parts/useRowKeys.ts';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { settingsText } from '../text/settings.ts';
import { shellText } from '../text/shell.ts';
import { useTerms } from '../text/terms.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import './SettingsPage.css';

type Setting = { readonly key: SettingKey; readonly value: string; readonly byDefault: string };

export function SettingsPage() {
  const { t } = useText(settingsText);
  const { actor, state } = useSeat();
  const asked = useQuery(orpc.registry.settings.queryOptions());
  if (asked.data === undefined) return <PageState of={asked} />;
  const settings = asked.data.flatMap(({ key, ...values }) => (isSettingKey(key) ? [{ key, ...values }] : []));
  const mayChange = holds(actor, ['administrator']);
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <div className="room two">
        <SettingList settings={settings} mayChange={mayChange} />
        <section className="card side-card">
          {state.isSample && holds(actor, ['clerk', 'administrator']) && <SampleToday />}
          <h2>{t('about')}</h2>
          <dl className="facts">
            <dt>{t('bureau')}</dt>
            <dd>{state.bureauName}</dd>
            <dt>{t('version')}</dt>
            <dd>{state.appVersion}</dd>
          </dl>
        </section>
      </div>
    </>
  );
}

type ListProps = { readonly settings: readonly Setting[]; readonly mayChange: boolean };

function SettingList({ settings, mayChange }: ListProps) {
  const { t } = useText(settingsText);
  const { t: shell } = useText(shellText);
  const terms = useTerms();
  const [changed, setChanged] = useState<Setting>();
  const words = { terms, join: t('join'), none: t('none') };
  const { rowProps } = useRowKeys(
    settings,
    ({ key }) => key,
    (setting) => mayChange && setChanged(setting),
  );
  useShortcuts([
    { keys: ['↑', '↓'], label: shell('keyRows') },
    ...(mayChange ? [{ keys: ['Enter'], label: t('keyChange') }] : []),
  ]);
  return (
    <section className="card list-card" aria-label={t('heading')}>
      {!mayChange && <p className="grey list-more">{t('readOnly')}</p>}
      <RowTable
        name={t('heading')}
        columns={[
          ...(['setting', 'value', 'default'] as const).map((id) => ({ id, heading: t(`column.${id}`) })),
          ...(mayChange ? [{ id: 'acts', heading: t('change'), isOffscreen: true }] : []),
        ]}
      >
        {settings.map((setting) => {
          const { key, value, byDefault } = setting;
          const props = rowProps(setting);
          return (
            <tr key={key} {...props}>
              <td className="wide setting-name">
                <b>{terms(`setting.${key}`)}</b>
                <div className="grey setting-why">{terms(`settingWhy.${key}`)}</div>
              </td>
              <td className="setting-value">
                {settingInWords(key, value, words)}
                {value !== byDefault && <span className="setting-changed"> {t('changed')}</span>}
              </td>
              <td className="setting-value grey">{settingInWords(key, byDefault, words)}</td>
              {mayChange && (
                <td className="acts">
                  <button type="button" className="link-button" onClick={() => setChanged(setting)}>
                    {t('change')}
                  </button>
                </td>
              )}
            </tr>
          );
        })}
      </RowTable>
      {changed !== undefined && <SettingDialog setting={changed} onDone={() => setChanged(undefined)} />}
    </section>
  );
}

function SampleToday() {
  const { t, language } = useText(settingsText);
  const { today } = useSeat().state;
  const [asked, setAsked] = useState<Asked>({ day: today });
  const [hasTried, setTried] = useState(false);
  const set = useMutation({
    mutationFn: (chosen: Day | null) => client.registry.setSampleToday({ today: chosen }),
    onSuccess: async ({ today: now }) => {
      setAsked({ day: now });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <form
      className="sample-today"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (asked.day !== null) set.mutate(asked.day);
      }}
    >
      <h2>{t('sampleTitle')}</h2>
      <p className="grey">{t('sampleWhy')}</p>
      <AskedDay
        label={`${t('sampleToday')} · ${t('sampleNow', { day: formatDay(today, language) })}`}
        asked={asked}
        onAsked={setAsked}
        missing={hasTried ? t('sampleDayMissing') : undefined}
      />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('sampleSet')}
        </Button>
        <Button onClick={() => set.mutate(null)}>{t('sampleReal')}</Button>
      </div>
      <Problem error={set.error} />
    </form>
  );
}

/** The form that sets up the bureau's own registry: its name, its divisions, its first administrator. */

import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { client, queryClient } from '../client.ts';
import { newId } from '../newId.ts';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import { Labelled } from './Labelled.tsx';
import { PasswordField } from './PasswordField.tsx';
import { Problem } from './Problem.tsx';

/** The divisions that the implementation plan of 2019 names, and those most bureaus of its kind have. */
const USUAL_DIVISIONS = [
  '办公室',
  '综合规划处',
  '政策法规处',
  '执法稽查局',
  '登记注册处',
  '信用监管处',
  '反垄断处',
  '网络交易监督管理处',
  '广告监督管理处',
  '消费者权益保护处',
  '质量监督处',
  '食品抽检处',
  '特种设备处',
  '计量处',
  '标准化处',
  '新闻宣传处',
  '科技处',
  '财务处',
  '人事处',
  '机关党委',
  '离退休干部处',
  '事务服务中心',
];

type Entered = {
  readonly bureauName: string;
  readonly divisionLines: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly repeated: string;
  readonly isClerk: boolean;
};

const NOTHING: Entered = {
  bureauName: '',
  divisionLines: '',
  name: '',
  login: '',
  password: '',
  repeated: '',
  isClerk: true,
};

function divisionNames(lines: string): readonly string[] {
  return lines
    .split(/[\n\t]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

type Finding = { readonly field: keyof Entered; readonly text: string };

export function CreateRegistry({ onBack }: { readonly onBack: () => void }) {
  const { t } = useText(shellText);
  const [entered, setEntered] = useState(NOTHING);
  const [hasTried, setTried] = useState(false);
  const names = divisionNames(entered.divisionLines);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const findings: readonly Finding[] = [
    ...(entered.bureauName.trim() === '' ? [{ field: 'bureauName', text: t('bureauMissing') } as const] : []),
    ...(names.length === 0 ? [{ field: 'divisionLines', text: t('divisionsMissing') } as const] : []),
    ...(twice ? [{ field: 'divisionLines', text: t('divisionsTwice', { name: twice }) } as const] : []),
    ...(entered.name.trim() === '' ? [{ field: 'name', text: t('nameMissing') } as const] : []),
    ...(entered.login.trim() === '' ? [{ field: 'login', text: t('loginMissing') } as const] : []),
    ...(entered.password === '' ? [{ field: 'password', text: t('passwordMissing') } as const] : []),
    ...(entered.password === entered.repeated ? [] : [{ field: 'repeated', text: t('passwordsDiffer') } as const]),
  ];
  const create = useMutation({
    mutationFn: async () => {
      const divisions = names.map((name, index) => ({
        id: newId(),
        name,
        shortName: name.slice(0, 40),
        isGeneralOffice: index === 0,
      }));
      const { name, login, password, isClerk } = entered;
      await client.registry.create({
        bureauName: entered.bureauName.trim(),
        divisions,
        administrator: {
          id: newId(),
          name: name.trim(),
          login: login.trim(),
          password,
          divisionId: divisions[0]?.id ?? '',
          roles: isClerk ? ['administrator', 'clerk'] : ['administrator'],
        },
      });
      await client.people.signIn({ login: login.trim(), password });
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
  const set = (change: Partial<Entered>) => setEntered({ ...entered, ...change });
  const problem = (field: keyof Entered) =>
    hasTried ? findings.find((finding) => finding.field === field)?.text : undefined;
  return (
    <form
      className="card first-run"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (findings.length === 0) create.mutate();
      }}
    >
      <h1>{t('createOurs')}</h1>
      <Labelled problem={problem('bureauName')} label={t('bureauName')}>
        {(id, told) => (
          <Input
            {...told}
            id={id}
            autoFocus
            value={entered.bureauName}
            onChange={(event) => set({ bureauName: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled
        problem={problem('divisionLines')}
        label={
          <>
            {t('divisions')} {names.length > 0 && t('divisionsCount', { count: names.length })}
          </>
        }
      >
        {(id, told) => (
          <Input.TextArea
            {...told}
            id={id}
            rows={8}
            value={entered.divisionLines}
            onChange={(event) => set({ divisionLines: event.target.value })}
          />
        )}
      </Labelled>
      <div>
        <Button size="small" onClick={() => set({ divisionLines: USUAL_DIVISIONS.join('\n') })}>
          {t('divisionsUsual')}
        </Button>
      </div>
      <h2>{t('administrator')}</h2>
      <div className="first-run-person">
        <Labelled problem={problem('name')} label={t('administratorName')}>
          {(id, told) => (
            <Input {...told} id={id} value={entered.name} onChange={(event) => set({ name: event.target.value })} />
          )}
        </Labelled>
        <Labelled problem={problem('login')} label={t('login')}>
          {(id, told) => (
            <Input
              {...told}
              id={id}
              value={entered.login}
              autoComplete="username"
              onChange={(event) => set({ login: event.target.value })}
            />
          )}
        </Labelled>
        <PasswordField
          label={t('password')}
          isNew
          value={entered.password}
          onChange={(password) => set({ password })}
          problem={problem('password')}
        />
        <PasswordField
          label={t('repeatNewPassword')}
          isNew
          value={entered.repeated}
          onChange={(repeated) => set({ repeated })}
          problem={problem('repeated')}
        />
      </div>
      <Checkbox checked={entered.isClerk} onChange={(event) => set({ isClerk: event.target.checked })}>
        {t('alsoClerk')}
      </Checkbox>
      <Problem error={create.error} />
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t(create.isPending ? 'opening' : 'create')}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </form>
  );
}

/** Verification on demand: each check with what it looked at, and the head of the chain that paper anchors. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Verification } from '../../../electron/contract/ledgers.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { trailText } from '../../text/trail.ts';
import { Problem } from '../Problem.tsx';
import { useShortcuts } from '../shortcuts.ts';
import { checkCode } from './checkCode.ts';

export function VerifyCard() {
  const { t } = useText(trailText);
  const verify = useMutation({ mutationFn: () => client.registry.verify() });
  useShortcuts([{ keys: ['F9'], label: t('keyVerify'), run: () => verify.mutate() }]);
  return (
    <section className="card side-card" aria-label={t('verifyTitle')}>
      <h2>{t('verifyTitle')}</h2>
      <p className="grey verify-hint">{t('verifyHint')}</p>
      <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t(verify.isPending ? 'verifying' : 'verify')} <kbd>F9</kbd>
      </Button>
      <Problem error={verify.error} />
      {verify.data && <Findings of={verify.data} />}
    </section>
  );
}

function Findings({ of: { isSound, checks, headSeq, headHash } }: { readonly of: Verification }) {
  const { t } = useText(trailText);
  const terms = useTerms();
  return (
    <>
      <p className={isSound ? 'notice good' : 'notice wrong'} role="status">
        {t(isSound ? 'sound' : 'unsound')}
      </p>
      <ul className="plain-list checks">
        {checks.map(({ name, isSound: isFine, checked, problems }) => (
          <li key={name}>
            <b>{terms(`check.${name}`)}</b>
            <span className="grey">{t('checked', { count: checked })}</span>
            <span className={isFine ? 'state-on' : 'problem-line'}>{t(isFine ? 'passed' : 'failed')}</span>
            {problems.length > 0 && (
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>
                    {terms(problem.split(' ')[0] ?? '')}{' '}
                    <span className="hash">{problem.split(' ').slice(1).join(' ')}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <h2>{t('head')}</h2>
      <p>
        {t('headSeq', { seq: headSeq })} · <b className="number">{checkCode(headHash)}</b>
      </p>
      <p className="hash grey">{headHash}</p>
      <p className="grey verify-hint">{t('headHint')}</p>
    </>
  );
}

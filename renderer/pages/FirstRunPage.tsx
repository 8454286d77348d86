/** First start: create the bureau's own registry, or open the sample registry to learn. */

import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { client, queryClient } from '../client.ts';
import { CreateRegistry } from '../parts/CreateRegistry.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useText } from '../text/index.ts';
import { shellText } from '../text/shell.ts';
import './SignInPage.css';

export function FirstRunPage() {
  const { t, language, setLanguage } = useText(shellText);
  const [isCreating, setCreating] = useState(false);
  const sample = useMutation({
    mutationFn: () => client.registry.createSample(),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <main className="welcome">
      <div className="welcome-name">{t('productName')}</div>
      {isCreating ? (
        <CreateRegistry onBack={() => setCreating(false)} />
      ) : (
        <>
          <h1>{t('welcome')}</h1>
          <p className="grey">{t('welcomeHint')}</p>
          <div className="welcome-choice">
            <section className="card">
              <h2>{t('createOurs')}</h2>
              <p>{t('createOursHint')}</p>
              <Button type="primary" autoFocus disabled={sample.isPending} onClick={() => setCreating(true)}>
                {t('createOurs')}
              </Button>
            </section>
            <section className="card">
              <h2>{t('openSample')}</h2>
              <p>{t('openSampleHint')}</p>
              <Button loading={sample.isPending} onClick={() => sample.mutate()}>
                {t(sample.isPending ? 'opening' : 'openSample')}
              </Button>
            </section>
          </div>
          <Problem error={sample.error} />
          <Button type="text" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
            {t('language')}
          </Button>
        </>
      )}
      <p className="not-secret-below">{t('notSecret')}</p>
    </main>
  );
}

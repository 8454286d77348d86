/** Typefaces of papers: the office's own files are checked and loaded here, and chosen for each kind of paper. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { TypeChoiceRecord, TypefaceRecord } from '../../electron/contract/typefaces.ts';
import { TYPE_ROLES } from '../../electron/domain/typefaces.ts';
import { client, orpc } from '../client.ts';
import { chooseFile } from '../native.ts';
import { PageState } from '../parts/PageState.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useShortcuts } from '../parts/shortcuts.ts';
import { ChoiceTable } from '../parts/typefaces/ChoiceTable.tsx';
import { ChooseDialog } from '../parts/typefaces/ChooseDialog.tsx';
import { FaceDetails } from '../parts/typefaces/FaceDetails.tsx';
import { faceName } from '../parts/typefaces/faceName.ts';
import { LoadDialog } from '../parts/typefaces/LoadDialog.tsx';
import { TypefaceTable } from '../parts/typefaces/TypefaceTable.tsx';
import { WithdrawTypeface } from '../parts/typefaces/WithdrawTypeface.tsx';
import { holds, useSeat } from '../session.ts';
import { useText } from '../text/index.ts';
import { useBrokenText } from '../text/terms.ts';
import { typefacesText } from '../text/typefaces.ts';
import '../parts/Disclosure.css';
import '../parts/registry/Registry.css';
import './TypefacesPage.css';

const MOST_MEGABYTES = 40;
const MEGABYTE = 1024 * 1024;

type Opened =
  | { readonly as: 'choose'; readonly choice: TypeChoiceRecord }
  | { readonly as: 'details' | 'withdraw'; readonly face: TypefaceRecord };

export function TypefacesPage() {
  const { t, language } = useText(typefacesText);
  const mayChange = holds(useSeat().actor, ['administrator']);
  const asked = useQuery(orpc.typefaces.list.queryOptions());
  const [opened, setOpened] = useState<Opened>();
  const [loaded, setLoaded] = useState<TypefaceRecord>();
  const loading = useLoading(() => setLoaded(undefined));
  useShortcuts(mayChange ? [{ keys: ['Ctrl+O'], label: t('keyLoad'), run: loading.choose }] : []);
  if (asked.data === undefined) return <PageState of={asked} />;
  const { typefaces, choices } = asked.data;
  const close = () => setOpened(undefined);
  const isUsed = (id: string) => choices.some((choice) => TYPE_ROLES.some((role) => choice[role] === id));
  return (
    <>
      <h1>
        {t('heading')} <small>{t('headingHint')}</small>
      </h1>
      <div className="room">
        {loaded && (
          <p className="notice good" role="status">
            {t('loaded', { name: faceName(loaded, language) })}
          </p>
        )}
        <Refused loading={loading} />
        {!mayChange && <p className="grey">{t('readOnly')}</p>}
        <section className="card list-card" aria-label={t('own')}>
          <div className="list-bar">
            <h2>
              {t('own')} <small className="grey">{t('ownHint')}</small>
            </h2>
            {mayChange && (
              <Button type="primary" loading={loading.check.isPending} onClick={loading.choose}>
                {t(loading.check.isPending ? 'checking' : 'load')} <kbd>Ctrl+O</kbd>
              </Button>
            )}
          </div>
          <TypefaceTable
            typefaces={typefaces.toReversed()}
            isUsed={isUsed}
            onDetails={(face) => setOpened({ as: 'details', face })}
            onWithdraw={mayChange ? (face) => setOpened({ as: 'withdraw', face }) : undefined}
          />
        </section>
        <ChoiceTable
          choices={choices}
          typefaces={typefaces}
          onChoose={mayChange ? (choice) => setOpened({ as: 'choose', choice }) : undefined}
        />
      </div>
      {loading.check.data && loading.check.data.faces.length > 0 && (
        <LoadDialog
          checked={loading.check.data}
          typefaces={typefaces}
          onDone={(face) => {
            loading.check.reset();
            setLoaded(face);
          }}
          onCancel={loading.check.reset}
        />
      )}
      {opened?.as === 'choose' && <ChooseDialog choice={opened.choice} typefaces={typefaces} onDone={close} />}
      {opened?.as === 'details' && <FaceDetails face={opened.face} onDone={close} />}
      {opened?.as === 'withdraw' && <WithdrawTypeface face={opened.face} onDone={close} />}
    </>
  );
}

/** From the choice of a file to what the engine found in it. */
function useLoading(onBegin: () => void) {
  const { t } = useText(typefacesText);
  const [slip, setSlip] = useState<string>();
  const [failure, setFailure] = useState<unknown>(null);
  const check = useMutation({
    mutationFn: async (file: File) => ({ file, ...(await client.typefaces.check({ file })) }),
  });

  function take(file: File): void {
    if (!/\.(?:ttf|otf|ttc|otc)$/i.test(file.name)) setSlip(t('badKind', { name: file.name }));
    else if (file.size > MOST_MEGABYTES * MEGABYTE) setSlip(t('tooLarge', { most: MOST_MEGABYTES }));
    else check.mutate(file);
  }

  function choose(): void {
    onBegin();
    setSlip(undefined);
    setFailure(null);
    check.reset();
    chooseFile('typeface').then((file) => file && take(file), setFailure);
  }

  return { check, choose, slip, failure };
}

function Refused({ loading }: { readonly loading: ReturnType<typeof useLoading> }) {
  const { t } = useText(typefacesText);
  const said = useBrokenText();
  const { check, slip, failure } = loading;
  const found = check.data?.broken ?? [];
  return (
    <>
      {slip !== undefined && (
        <p className="notice wrong" role="alert">
          {slip}
        </p>
      )}
      {check.data && found.length > 0 && (
        <div className="notice wrong" role="alert">
          {t('refusedFile', { name: check.data.file.name, reasons: found.map(said).join(' ') })}
        </div>
      )}
      <Problem error={failure ?? check.error} />
    </>
  );
}

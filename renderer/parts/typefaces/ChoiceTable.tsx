/** What each kind of paper is set in; arrow keys select a paper, Enter chooses its faces. */

import type { TypeChoiceRecord, TypefaceRecord } from '../../../electron/contract/typefaces.ts';
import { AS_ALL, AS_SHIPPED, TYPE_ROLES } from '../../../electron/domain/typefaces.ts';
import { useText } from '../../text/index.ts';
import { shellText } from '../../text/shell.ts';
import { useTerms } from '../../text/terms.ts';
import { typefacesText } from '../../text/typefaces.ts';
import { momentText } from '../moment.ts';
import { useShortcuts } from '../shortcuts.ts';
import { useRowKeys } from '../useRowKeys.ts';
import { faceName } from './faceName.ts';

type Props = {
  readonly choices: readonly TypeChoiceRecord[];
  readonly typefaces: readonly TypefaceRecord[];
  /** Absent for those who only look. */
  readonly onChoose: ((choice: TypeChoiceRecord) => void) | undefined;
};

export function ChoiceTable({ choices, typefaces, onChoose }: Props) {
  const { t } = useText(typefacesText);
  const { t: shell } = useText(shellText);
  const terms = useTerms();
  const { rowProps } = useRowKeys(
    choices,
    ({ scope }) => scope,
    (choice) => onChoose?.(choice),
  );
  useShortcuts([
    { keys: ['↑', '↓'], label: shell('keyRows') },
    ...(onChoose ? [{ keys: ['Enter'], label: t('keyChoose') }] : []),
  ]);
  return (
    <section className="card list-card" aria-label={t('papers')}>
      <div className="list-bar">
        <h2>
          {t('papers')} <small className="grey">{t('papersHint')}</small>
        </h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the rows are chosen by arrow keys */}
      <table className="table" role="grid" aria-label={t('papers')}>
        <thead>
          <tr>
            <th scope="col">{t('column.paper')}</th>
            {TYPE_ROLES.map((role) => (
              <th key={role} scope="col">
                {terms(`typeRole.${role}`)}
              </th>
            ))}
            {onChoose && (
              <th scope="col">
                <span className="offscreen">{t('column.acts')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {choices.map((choice) => (
            <tr key={choice.scope} {...rowProps(choice)}>
              <td className="wide">
                <b>{terms(`typeScope.${choice.scope}`)}</b>
                {choice.chosenAt !== null && (
                  <div className="grey face-small">
                    {t('chosenBy', { by: choice.chosenBy, at: momentText(choice.chosenAt) })}
                  </div>
                )}
              </td>
              {TYPE_ROLES.map((role) => (
                <td key={role}>
                  <ChosenFace chosen={choice[role]} isForAll={choice.scope === 'all'} typefaces={typefaces} />
                </td>
              ))}
              {onChoose && (
                <td className="acts">
                  <button type="button" className="link-button" onClick={() => onChoose(choice)}>
                    {t('choose')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type ChosenProps = {
  readonly chosen: string;
  readonly isForAll: boolean;
  readonly typefaces: readonly TypefaceRecord[];
};

function ChosenFace({ chosen, isForAll, typefaces }: ChosenProps) {
  const { t, language } = useText(typefacesText);
  if (chosen === AS_ALL) return <span className="grey">{t('follows')}</span>;
  if (chosen === AS_SHIPPED) return <span className="grey">{t('shipped')}</span>;
  const face = typefaces.find(({ id }) => id === chosen);
  if (face === undefined) return null;
  return (
    <>
      {faceName(face, language)}
      {face.withdrawal !== null && (
        <div className="face-unfit face-small">{t(isForAll ? 'wasWithdrawn' : 'wasWithdrawnHere')}</div>
      )}
    </>
  );
}

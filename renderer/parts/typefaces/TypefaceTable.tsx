/** The office's own faces: what each covers, by what it is licensed, whether papers are set in it. */

import type { TypefaceRecord } from '../../../electron/contract/typefaces.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { typefacesText } from '../../text/typefaces.ts';
import { momentText } from '../moment.ts';
import { faceName, styleName } from './faceName.ts';
import '../DeadlineBadge.css';

type Props = {
  readonly typefaces: readonly TypefaceRecord[];
  readonly isUsed: (id: string) => boolean;
  readonly onDetails: (face: TypefaceRecord) => void;
  /** Absent for those who only look. */
  readonly onWithdraw: ((face: TypefaceRecord) => void) | undefined;
};

const COLUMNS = ['face', 'coverage', 'licence', 'entered'] as const;

export function TypefaceTable({ typefaces, isUsed, onDetails, onWithdraw }: Props) {
  const { t, language } = useText(typefacesText);
  const terms = useTerms();
  if (typefaces.length === 0) return <p className="list-none">{t('ownNone')}</p>;
  return (
    <table className="table" aria-label={t('own')}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="offscreen">{t('column.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {typefaces.map((face) => (
          <tr key={face.id} className={face.withdrawal === null ? undefined : 'face-gone'}>
            <td className="wide">
              <b>{faceName(face, language)}</b> <span className="grey">{styleName(face, language)}</span>{' '}
              <Standing face={face} isUsed={isUsed(face.id)} />
              <div className="grey face-small">{face.fileName}</div>
            </td>
            <td>
              <Covered face={face} />
            </td>
            <td className="wide">
              {face.licenceBasis}
              <div className="grey face-small">{terms(`licence.${face.licence}`)}</div>
            </td>
            <td>
              {face.enteredBy}
              <div className="grey face-small number">{momentText(face.enteredAt)}</div>
            </td>
            <td className="acts">
              <button type="button" className="link-button" onClick={() => onDetails(face)}>
                {t('details')}
              </button>
              {onWithdraw && face.withdrawal === null && (
                <button type="button" className="link-button" onClick={() => onWithdraw(face)}>
                  {t('withdraw')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing({ face, isUsed }: { readonly face: TypefaceRecord; readonly isUsed: boolean }) {
  const { t } = useText(typefacesText);
  if (face.withdrawal !== null) return <span className="badge open">{t('gone')}</span>;
  return isUsed ? <span className="badge met">{t('used')}</span> : <span className="badge open">{t('idle')}</span>;
}

function Covered({ face }: { readonly face: TypefaceRecord }) {
  const { t } = useText(typefacesText);
  const said = (name: 'level1' | 'level2') => {
    const list = face.coverage.find((each) => each.list === name);
    const lacking = list === undefined ? 0 : list.count - list.covered;
    return lacking === 0 ? t('complete') : t('lacks', { count: lacking });
  };
  return t('covers', { first: said('level1'), second: said('level2') });
}

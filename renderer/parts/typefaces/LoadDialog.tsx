/** Loads one face of a file that was checked: what it is first, then by what the office may use it. */

import type { FaceReportRecord, TypefaceRecord } from '../../../electron/contract/typefaces.ts';
import type { Broken } from '../../../electron/domain/broken.ts';
import { brokenOnLoading } from '../../../electron/domain/typefaces.ts';
import { client } from '../../client.ts';
import { useText } from '../../text/index.ts';
import { useBrokenText } from '../../text/terms.ts';
import { typefacesText } from '../../text/typefaces.ts';
import { ChoiceField, TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { FaceFacts } from './FaceFacts.tsx';
import { faceName, styleName } from './faceName.ts';

export type CheckedFile = {
  readonly file: File;
  readonly faces: readonly FaceReportRecord[];
  readonly sha256: string;
};

/** Of a file that was chosen already, only the face can be another one. */
function besideFace(found: Broken): Broken {
  return found.field === 'file' ? { ...found, field: 'face' } : found;
}

type Props = {
  readonly checked: CheckedFile;
  readonly typefaces: readonly TypefaceRecord[];
  readonly onDone: (loaded: TypefaceRecord) => void;
  readonly onCancel: () => void;
};

export function LoadDialog({ checked, typefaces, onDone, onCancel }: Props) {
  const { t, language } = useText(typefacesText);
  const said = useBrokenText();
  const { file, faces, sha256 } = checked;
  const fit = faces.filter(({ broken }) => broken.length === 0);
  const [first] = [...fit.filter(({ familyZh }) => familyZh !== ''), ...fit, ...faces];
  const form = useDialogForm<{ readonly face: string; readonly licenceBasis: string }, TypefaceRecord>({
    initial: { face: String(first?.index ?? 0), licenceBasis: '' },
    check: ({ face, licenceBasis }) => {
      const isLoaded = typefaces.some(
        (known) => known.sha256 === sha256 && String(known.index) === face && known.withdrawal === null,
      );
      const onFace = faces.find(({ index }) => String(index) === face)?.broken ?? [];
      const onLoading = brokenOnLoading(licenceBasis, isLoaded);
      // Why the face itself is unfit is said from the beginning, above the fields.
      return [...onFace.map((found) => ({ ...found, field: '' })), ...onLoading.map(besideFace)];
    },
    write: ({ face, licenceBasis }, id) => client.typefaces.add({ id, file, face: Number(face), licenceBasis }),
    onDone,
  });
  const { value, set } = form;
  const chosen = faces.find(({ index }) => String(index) === value.face);
  const options = faces.map((face) => {
    const name = `${faceName(face, language)} ${styleName(face, language)}`.trim();
    return { value: String(face.index), label: face.broken.length === 0 ? name : t('faceUnfit', { name }) };
  });
  return (
    <FormDialog
      title={t('loadTitle', { name: file.name })}
      confirm={t('loadConfirm')}
      form={form}
      onCancel={onCancel}
      width={900}
      aside={chosen && <FaceFacts face={chosen} isUnfit={chosen.broken.length > 0} />}
    >
      <ChoiceField
        name="face"
        label={t('face')}
        hint={faces.length > 1 ? t('faceHint', { count: faces.length }) : undefined}
        value={value.face}
        options={options}
        onChange={(face) => set({ face })}
      />
      {chosen?.broken.map((found) => (
        <p key={found.code} className="form-note wrong" role="alert">
          {said(found)}
        </p>
      ))}
      <TextField
        name="licenceBasis"
        label={t('basis')}
        hint={t('basisHint')}
        isRequired
        isLong
        maxLength={500}
        value={value.licenceBasis}
        onChange={(licenceBasis) => set({ licenceBasis })}
      />
    </FormDialog>
  );
}

/** Mappings that the office saved by name: taken, saved, removed. */

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ImportMapping } from '../../../electron/contract/imports.ts';
import { broken } from '../../../electron/domain/broken.ts';
import { client, orpc, queryClient, untilAnswered } from '../../client.ts';
import { importText } from '../../text/import.ts';
import { useText } from '../../text/index.ts';
import { TextField } from '../form/DialogField.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import { useDialogForm } from '../form/useDialogForm.ts';
import { Labelled } from '../Labelled.tsx';
import { Problem } from '../Problem.tsx';
import type { Importing } from './useImport.ts';

export function SavedMappings({ work, mapping }: { readonly work: Importing; readonly mapping: ImportMapping }) {
  const { t } = useText(importText);
  const [isSaving, setSaving] = useState(false);
  const [savedAs, setSavedAs] = useState<string>();
  const { opened, place, columns, look } = work;
  const saved = useQuery(orpc.imports.mappings.queryOptions());
  const list = saved.data ?? [];
  const chosen = list.find(({ id }) => id === columns?.savedId);
  return (
    <span className="actions">
      {list.length > 0 && (
        <Labelled label={t('saved')}>
          {(id) => (
            <select
              id={id}
              className="in"
              value={chosen?.id ?? ''}
              onChange={(event) => opened && void look(opened, place, event.target.value || null)}
            >
              <option value="">{t('savedNone')}</option>
              {list.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      )}
      {chosen && <RemoveMapping id={chosen.id} name={chosen.name} />}
      <Button onClick={() => setSaving(true)}>{t('saveMapping')}</Button>
      {savedAs !== undefined && (
        <span className="grey" role="status">
          {t('savedAs', { name: savedAs })}
        </span>
      )}
      {isSaving && (
        <SaveMappingDialog
          mapping={mapping}
          name={chosen?.name ?? ''}
          onCancel={() => setSaving(false)}
          onDone={(name) => {
            setSaving(false);
            setSavedAs(name);
          }}
        />
      )}
    </span>
  );
}

function RemoveMapping({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useText(importText);
  const [isSure, setSure] = useState(false);
  const remove = useMutation({
    mutationFn: () => untilAnswered(() => client.imports.removeMapping({ id })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: orpc.imports.mappings.key() }),
  });
  return (
    <>
      <Button
        danger={isSure}
        aria-label={t('removeMappingOf', { name })}
        onBlur={() => setSure(false)}
        onClick={() => (isSure ? remove.mutate() : setSure(true))}
      >
        {t(isSure ? 'removeMappingSure' : 'removeMapping')}
      </Button>
      <Problem error={remove.error} />
    </>
  );
}

type DialogProps = {
  readonly mapping: ImportMapping;
  readonly name: string;
  readonly onDone: (name: string) => void;
  readonly onCancel: () => void;
};

function SaveMappingDialog({ mapping, name, onDone, onCancel }: DialogProps) {
  const { t } = useText(importText);
  const form = useDialogForm<{ readonly name: string }, unknown>({
    initial: { name },
    check: (value) => (value.name.trim() === '' ? [broken('mapping.nameMissing', 'name')] : []),
    write: (value, id) => client.imports.saveMapping({ id, name: value.name, mapping }),
    onDone: () => onDone(form.value.name.trim()),
  });
  return (
    <FormDialog title={t('saveMappingTitle')} confirm={t('saveMapping')} form={form} onCancel={onCancel}>
      <p className="form-note">{t('saveMappingHint')}</p>
      <TextField
        name="name"
        label={t('mappingName')}
        isRequired
        maxLength={80}
        value={form.value.name}
        onChange={(next) => form.set({ name: next })}
      />
    </FormDialog>
  );
}

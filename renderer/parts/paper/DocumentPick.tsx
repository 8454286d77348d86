/** Picks the document of a form: by number, title, pinyin initials, or the code of a label. */

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { readLabelCode } from '../../../electron/domain/labelCode.ts';
import { orpc } from '../../client.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { Labelled } from '../Labelled.tsx';

const SHOWN = 8;

type Props = { readonly value: string; readonly onChoose: (documentId: string) => void };

export function DocumentPick({ value, onChoose }: Props) {
  const { t } = useText(deskText);
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const isCode = readLabelCode(query) !== undefined;
  const listed = useQuery(
    orpc.documents.list.queryOptions({
      input: {
        filter: query === '' ? {} : { query },
        sort: { by: 'enteredAt', direction: 'desc' },
        offset: 0,
        limit: SHOWN,
      },
      enabled: !isCode,
      placeholderData: (before) => before,
    }),
  );
  const coded = useQuery(orpc.archive.find.queryOptions({ input: { code: query }, enabled: isCode }));
  const found = isCode ? (coded.data ?? []) : (listed.data?.rows ?? []);
  return (
    <>
      <Labelled label={t('document')}>
        {(id) => (
          <input
            id={id}
            className="in"
            value={text}
            placeholder={t('documentHint')}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Labelled>
      <div role="radiogroup" aria-label={t('document')} className="print-documents">
        {found.map(({ id, docNumber, title }) => (
          <label key={id} className={id === value ? 'chosen' : undefined}>
            <input
              type="radio"
              name="document"
              className="offscreen"
              checked={id === value}
              onChange={() => onChoose(id)}
            />
            {docNumber !== null && <span className="number">{docNumber}</span>} {title}
          </label>
        ))}
        {found.length === 0 && <p className="grey">{t('documentNothing')}</p>}
      </div>
    </>
  );
}

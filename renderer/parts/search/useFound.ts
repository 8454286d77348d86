/** What the search box finds: documents first, then requests and matters, each group asked for by itself. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readLabelCode } from '../../../electron/domain/labelCode.ts';
import { orpc } from '../../client.ts';

const SHOWN = 8;
/** Of requests and of matters. */
const SHOWN_BESIDE = 4;
/** More hits than this are not counted while a person types. */
export const COUNTED = 200;

export type Find = { readonly key: string; readonly path: string; readonly number: string; readonly title: string };

export type Found = {
  readonly documents: readonly Find[];
  readonly requests: readonly Find[];
  readonly matters: readonly Find[];
  /** Of documents, counted up to `COUNTED`. */
  readonly total: number;
  readonly isShown: boolean;
  /** Whether all that is shown answers this very query. */
  readonly isAnswered: boolean;
};

export function useFound(query: string, isOpen: boolean): Found {
  /** A scanner types the code of a label and presses Enter. */
  const isCode = readLabelCode(query) !== undefined;
  const asks = { enabled: isOpen && query !== '' && !isCode, placeholderData: keepPreviousData };
  const listed = useQuery(
    orpc.documents.list.queryOptions({
      input: {
        filter: { query },
        sort: { by: 'enteredAt', direction: 'desc' },
        offset: 0,
        limit: SHOWN,
        countUpTo: COUNTED,
      },
      ...asks,
    }),
  );
  const beside = { query, limit: SHOWN_BESIDE };
  const requests = useQuery(orpc.requests.find.queryOptions({ input: beside, ...asks }));
  const matters = useQuery(orpc.matters.find.queryOptions({ input: beside, ...asks }));
  const coded = useQuery(orpc.archive.find.queryOptions({ input: { code: query }, enabled: isOpen && isCode }));
  const rows = isCode ? (coded.data ?? []) : (listed.data?.rows ?? []);
  const asked = isCode ? [coded] : [listed, requests, matters];
  return {
    documents: rows.map(({ id, docNumber, title }) => ({
      ...{ key: id, path: `/documents/${id}`, number: docNumber ?? '', title },
    })),
    requests: isCode
      ? []
      : (requests.data ?? []).map(({ id, registerNumber, subject }) => ({
          ...{ key: id, path: `/requests/${id}`, number: registerNumber, title: subject },
        })),
    matters: isCode
      ? []
      : (matters.data ?? []).map(({ id, number, title }) => ({ key: id, path: `/matters/${id}`, number, title })),
    total: isCode ? 0 : (listed.data?.total ?? 0),
    isShown: isOpen && query !== '' && (isCode ? coded : listed).data !== undefined,
    isAnswered: asked.every(({ data, isPlaceholderData }) => data !== undefined && !isPlaceholderData),
  };
}

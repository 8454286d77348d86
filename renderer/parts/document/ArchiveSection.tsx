/** The archive entry of a document (归档章), and the dialog by which it is entered or amended. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { orpc } from '../../client.ts';
import { holds, useSeat } from '../../session.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { Section } from './Section.tsx';

export function ArchiveSection({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(deskText);
  const terms = useTerms();
  const { actor } = useSeat();
  const [isOpen, setOpen] = useState(false);
  const asked = useQuery(orpc.archive.get.queryOptions({ input: { documentId: detail.summary.id } }));
  const { entry, proposal } = asked.data ?? {};
  const facts = entry && [
    [t('fondsNumber'), entry.fondsNumber],
    [t('archiveYear'), entry.archiveYear],
    [t('retention'), terms(`retention.${entry.retention}`)],
    [t('organisation'), entry.organisation],
    [t('pieceNumber'), String(entry.pieceNumber).padStart(4, '0')],
    [t('pages'), entry.pages],
    [t('boxNumber'), entry.boxNumber],
  ];
  return (
    <Section
      id="archive"
      title={t('archive')}
      aside={entry === null ? t('archiveNone') : undefined}
      action={
        proposal &&
        holds(actor, ['clerk']) && (
          <Button onClick={() => setOpen(true)}>{t(entry ? 'archiveAmend' : 'archiveEnter')}</Button>
        )
      }
    >
      {facts && (
        <dl className="facts two">
          {facts
            .filter(([, value]) => value !== null)
            .map(([label, value]) => (
              <div key={label} className="fact-pair">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      )}
      {isOpen && proposal && (
        <ArchiveDialog
          documentId={detail.summary.id}
          entry={entry ?? null}
          proposal={proposal}
          onCancel={() => setOpen(false)}
          onDone={() => setOpen(false)}
        />
      )}
    </Section>
  );
}

/** Contacts about what a document owes (催办记录): when, how, with whom, what was said; and the dialog that records one. */

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DocumentDetail } from '../../../electron/contract/documentDetail.ts';
import { orpc } from '../../client.ts';
import { holds, useSeat } from '../../session.ts';
import { deskText } from '../../text/desk.ts';
import { useText } from '../../text/index.ts';
import { useTerms } from '../../text/terms.ts';
import { ContactDialog } from './ContactDialog.tsx';
import { Section } from './Section.tsx';

export function ContactsSection({ detail }: { readonly detail: DocumentDetail }) {
  const { t } = useText(deskText);
  const terms = useTerms();
  const { actor } = useSeat();
  const [isOpen, setOpen] = useState(false);
  const subject = { kind: 'document', id: detail.summary.id } as const;
  const asked = useQuery(orpc.chasing.contacts.queryOptions({ input: { subject } }));
  const owed = detail.duties.filter(({ doneOn }) => doneOn === null);
  const mayWrite = holds(actor, ['clerk', 'officeReviewer']) && owed.length > 0 && !detail.summary.isVoided;
  return (
    <Section
      id="contacts"
      title={t('contacts')}
      aside={asked.data?.length === 0 ? t('contactsNone') : undefined}
      action={mayWrite && <Button onClick={() => setOpen(true)}>{t('contactAdd')}</Button>}
    >
      {asked.data && asked.data.length > 0 && (
        <ul className="lines">
          {asked.data.map((contact) => (
            <li key={contact.id}>
              <b>
                {contact.contactedOn} {contact.contactedTime}
              </b>
              <span className="badge">{terms(`chaseDegree.${contact.degree}`)}</span>
              <span>
                {terms(`duty.${contact.rule}`)} · {terms(`contactWay.${contact.way}`)} · {contact.contactedPerson}
                {contact.answer !== '' && ` · ${contact.answer}`}
              </span>
              <span className="grey">
                {[
                  contact.promisedOn && t('contactPromised', { on: contact.promisedOn }),
                  contact.escalatedTo && t('contactEscalated', { to: contact.escalatedTo }),
                  contact.noticeNumber,
                  contact.enteredBy,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <ContactDialog subject={subject} owed={owed} onCancel={() => setOpen(false)} onDone={() => setOpen(false)} />
      )}
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { GroupMember, GroupView } from '../../../agreements/groupViews.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { formatMoney } from '../../../ui/money.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { agreementQuery } from './queries.ts';
import { useRosterWords } from './words.ts';

function Words({ code, member, onClose }: { code: string; member: GroupMember; onClose: () => void }) {
  const t = useRosterWords();
  const query = useQuery(agreementQuery(code, member.agreementId));
  return (
    <Modal
      open
      title={`${member.name} ${member.number ?? t.version(member.version)}`}
      width={760}
      footer={null}
      onCancel={onClose}
      closable={{ 'aria-label': t.leave }}
    >
      <PageState query={query}>
        {({ versions }) => (
          <p className="reading" lang="zh" style={{ whiteSpace: 'pre-wrap' }}>
            {versions[0]?.words}
          </p>
        )}
      </PageState>
    </Modal>
  );
}

/** Each agreement of the group: whose, how much, its number, how far it is, its paper. */
export function GroupMembers({ code, group }: { code: string; group: GroupView }) {
  const t = useRosterWords();
  const [read, setRead] = useState<GroupMember | null>(null);
  return (
    <section aria-labelledby="members-head">
      <h2 id="members-head">{t.members}</h2>
      <TableScroll label={t.members} className="group-sums">
        <table className="table">
          <HeadRow heads={[t.name, t.sums, t.number, t.state, t.act]} />
          <tbody>
            {group.members.map((member) => (
              <tr key={member.agreementId}>
                <td className="nowrap">{member.name}</td>
                <td className="number">{formatMoney(member.cents)}</td>
                <td className="nowrap">{member.number}</td>
                <td className="nowrap">
                  {[
                    member.locked ? t.locked : t.draft,
                    t.version(member.version),
                    member.apart && t.apart,
                    member.signed && t.signedYes,
                  ]
                    .filter(Boolean)
                    .join('，')}
                </td>
                <td className="nowrap">
                  <Button size="small" aria-label={t.readOf(member.name)} onClick={() => setRead(member)}>
                    {t.read}
                  </Button>{' '}
                  <a
                    href={`/api/disputes/${code}/agreements/${member.agreementId}/agreement.pdf`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    {t.print}
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {read ? <Words code={code} member={read} onClose={() => setRead(null)} /> : null}
    </section>
  );
}

import type { SittingInvite, SittingView } from '../sittingViews.ts';

const invite = (over: Partial<SittingInvite>): SittingInvite => ({
  ...{ id: 'i1', kind: 'party', of: 'p1', disputeId: 'd1', name: '郭秀兰', unit: '', side: 'applicant' },
  ...{ answer: 'open', came: 'here', reason: '', ...over },
});
const heard = (id: string) => ({
  ...{ id, code: '140106260000019', codeShort: '迎泽 26-000001-9', category: '邻里', categoryCode: '02', open: true },
  ...{
    title: '漏水',
    facts: '',
    demands: '',
    parties: [],
    result: id === 'd1' ? ('again' as const) : ('agreed' as const),
  },
});
const line = (disputeId: string, text: string) => ({
  ...{ disputeId, section: 'said' as const, version: 3, text, by: '武志强', at: '2026-09-30T15:20:00+08:00' },
  heldBy: null,
});
/** Two disputes heard together, one put off and one agreed; all that a sitting may hold is in it. */
export const view: SittingView = {
  ...{
    asOf: '',
    id: 's1',
    code: 'TJ14010626000001',
    title: '调解会（集束）',
    form: 'bundled',
    status: 'ended',
    statusLabel: '',
  },
  ...{ sight: 'full', from: '2026-09-30T15:00:00+08:00', to: '2026-09-30T17:00:00+08:00' },
  ...{ when: '9月30日（周三）15:00—17:00', center: '迎泽区综治中心', centerId: '140106-center', countyCode: '140106' },
  ...{
    rooms: ['调解室'],
    roomIds: [],
    place: '',
    needsRoom: false,
    agenda: '机密议程',
    bring: '收据',
    hosts: ['武志强'],
  },
  ...{ leadingUnit: null, shared: [], asked: null, coolingUntil: null, result: 'again', againOn: '2026-10-12' },
  disputes: [heard('d1'), heard('d2')],
  invites: [
    invite({}),
    invite({ id: 'i2', of: 'p2', name: '买买提·艾合买提·㐂䶮𠮷', side: 'respondent', came: 'absent', reason: '病了' }),
    invite({ id: 'i3', of: 'p3', disputeId: 'd2', name: '别家的人' }),
    invite({ id: 'i4', kind: 'post', of: 'x', disputeId: null, name: '孟法官', unit: '迎泽区法院', side: null }),
  ],
  minutes: [line('d1', '第一件说的话'), line('d2', '第二件说的话')],
  proposals: [],
  notes: [{ id: 'n', kind: 'sealedNote', text: '只给自己看的', at: '', by: '武志强', mine: true }],
  ...{ startedAt: '2026-09-30T15:05:00+08:00', endedAt: '2026-09-30T16:40:00+08:00', version: 9 },
  steps: { now: [], later: [] },
};

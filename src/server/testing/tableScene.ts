import { anAgreement } from '../../agreements/testing/anAgreement.ts';
import { bindAs } from '../../dossier/testing/bound.ts';
import { newId } from '../../platform/ids.ts';
import { atTime } from '../../platform/now.ts';
import { jobsAtRest } from '../../platform/startJob.sql.ts';
import { picturesPdf } from '../../scans/picturesPdf.ts';
import { blank, sheetsOf } from '../../scans/testing/pile.ts';
import { aPhone, handSlip, leak } from '../../web/citizen/testing/resident.ts';
import { postOf, sittingScene } from './sittingScene.ts';

/** What stands in one place of this dispute and nowhere else, so that it is known again wherever it comes out. */
export const words = {
  facts: '漏水经过甲一',
  inquiryBefore: '前任调查乙二',
  inquiry: '现任调查丙三',
  terms: '协议条款丁四',
  minutes: '调解记录戊五',
  opinion: '心理意见己六',
  side: '申请方私语庚七',
  toResident: '给当事人辛八',
  inside: '单位内部壬九',
  photo: '墙面照片癸十',
};
export type Word = keyof typeof words;

/**
 * One dispute with everything that there may be of it: asked, heard, agreed, signed on paper that came back, paid, bound. The
 * earlier mediator was released, the psychologist came to its one sitting, the lawyer speaks for the other side.
 */
export async function tableScene() {
  const scene = await sittingScene();
  const { it, who, call, step, view, write, ending } = scene;
  it.clock.now = atTime('2026-09-29', '09:00');
  const [guo, ren] = leak(it.party).parties;
  const lawyer = {
    ...it.party,
    side: 'respondent',
    name: '晏清',
    idNumber: '',
    represents: 1,
    representation: 'agent',
  };
  const matter = await scene.aMatter({
    parties: [guo, ren, { ...lawyer, authority: '律师，一般代理' }],
    facts: `郭秀兰家${words.facts}。`,
  });
  const { code, parties } = matter;
  const idOf = (name: string): string => parties.find((party) => party.name === name)?.id ?? '';
  const [guoId, renId] = [idOf('郭秀兰'), idOf('任建军')];
  const at = `/api/disputes/${code}`;
  const mediator = who('mediator');
  const asks = (text: string) => ({
    ...{ partyId: guoId, witness: '', relation: '', heldOn: '2026-09-29', place: '家里', others: '', words: text },
  });

  await who('earlier').post(`${at}/inquiries`, asks(`问：怎么漏的？答：${words.inquiryBefore}`), 200);
  const { mediators } = await who('dispatcher').get(at);
  const earlierPost = await postOf(who('earlier'));
  const { id: mediatorId } = mediators.find(({ postId }: { postId: string }) => postId === earlierPost);
  await who('dispatcher').post(`${at}/mediator-releases`, { mediatorId, reason: '另有安排' }, 200);
  await mediator.post(`${at}/inquiries`, asks(`问：还漏吗？答：${words.inquiry}`), 200);
  const [photo] = await mediator.upload('/api/uploads', `${words.photo}.jpg`, Buffer.from((await blank()).jpeg));
  await mediator.post(`${at}/files`, { uploads: [photo.id] }, 200);
  await mediator.post(`${at}/messages`, { text: words.toResident, toResident: true }, 200);
  await mediator.post(`${at}/messages`, { text: words.inside, toResident: false }, 200);

  const sitting = await call(matter, { postIds: [await postOf(who('psychologist'))] });
  await step('psychologist', sitting, 'answers', { comes: true, reason: '' });
  await step('mediator', sitting, 'starts', { hereIds: [] });
  await step('psychologist', sitting, 'notes', { kind: 'opinion', text: words.opinion });
  await step('mediator', sitting, 'notes', { kind: 'applicant', text: words.side });
  const [{ id: disputeId }] = (await view('mediator', sitting)).disputes;
  await write('mediator', sitting, 'said', words.minutes, 0, { disputeId });

  /** Until here the sitting goes on; from here it is over, and what it came to is on paper. */
  async function conclude() {
    await step('mediator', sitting, 'endings', await ending(sitting));
    const model = anAgreement();
    const agreement = {
      ...model,
      ...{ partyIds: [guoId, renId], facts: '漏水，墙泡坏了。', madeOn: '2026-09-29' },
      terms: model.terms.map((term) => ({ ...term, owesId: renId, toId: guoId, text: words.terms })),
    };
    await mediator.post(`${at}/agreements`, { agreementId: null, agreement, reason: '' }, 200);
    const [{ id: agreementId, digest }] = (await mediator.get(`${at}/agreements`)).agreements;
    await mediator.post(`${at}/agreement-locks`, { agreementId, digest }, 200);
    const settled = {
      ...{ form: 'written', terms: words.terms, effectiveOn: '2026-09-29', mediatedBy: 'committee', contains: [] },
      ...{ totalCents: 800_000, items: [], locked: { agreementId, agreement }, signedOnPaper: true },
    };
    await mediator.post(`${at}/settlements`, settled, 200);
    const paid = { payerPartyId: renId, payeePartyId: guoId, cents: 100_000, paidOn: '2026-09-29', how: 'cash' };
    await who('receptionist').post(`${at}/payments`, paid, 200);

    const rights = await sheetsOf(it.engine.secrets.qrSecret, { code, form: 'rig', subjectId: renId });
    const { id: scan } = await who('receptionist').upload(
      '/api/scans',
      '扫描.pdf',
      picturesPdf([...rights, await blank()]),
    );
    await jobsAtRest();
    const pages = rights.map((_, index) => index + 1);
    const filing = { papers: [{ code, form: 'rights', subjectId: renId, pages }] };
    await who('receptionist').post(`/api/scans/${scan}/filings`, filing, 200);

    const { id: bound } = await bindAs(mediator, code);
    const job = await mediator.post(`${at}/dossier/paper-prints`, { forms: ['agreement', 'receipt'], as: 'zip' }, 201);
    await jobsAtRest();
    const { result } = await mediator.get(`/api/jobs/${job.id}`);
    return { agreementId, scan, bound, lot: result.id as string, photo: photo.id as string, party: renId };
  }

  /** Somebody with a slip of this party, on a telephone. */
  async function holder(name: string, pin: string) {
    await handSlip(it, code, name, pin);
    const phone = aPhone(it.app);
    await phone.post(`/c/${code}`, { pin });
    return phone;
  }
  return { ...scene, code, sitting, disputeId, commandId: newId, conclude, holder };
}
export type TableScene = Awaited<ReturnType<typeof tableScene>>;

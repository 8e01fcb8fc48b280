import { newId } from '../../platform/ids.ts';
import { atTime } from '../../platform/now.ts';
import { leak, toMediation } from '../../web/citizen/testing/resident.ts';
import { type TestApp, testApp } from './app.ts';

export const yingze = '140106-center';
export const room = `${yingze}-room-2`;
type Client = Awaited<ReturnType<TestApp['as']>>;

export const postOf = async (client: Client): Promise<string> => (await client.get('/api/me')).posts[0].id;

/** Everybody whom a sitting concerns, or does not. */
export async function sittingScene() {
  const it = await testApp(atTime('2026-09-29', '08:40'));
  const people = {
    receptionist: await it.as('receptionist', yingze),
    dispatcher: await it.as('dispatcher', yingze),
    leader: await it.as('centerLeader', yingze),
    supervisor: await it.as('supervisor', yingze),
    cityDispatcher: await it.as('dispatcher', '140100-center'),
    mediator: await it.as('mediator', '140106-mediation-labor'),
    earlier: await it.as('mediator', '140106-mediation-family'),
    judge: await it.as('courtClerk', '140106-court'),
    arbitrator: await it.as('arbitrator', '140106-laborArbitration'),
    psychologist: await it.as('mediator', '140106-lawSociety'),
    health: await it.as('unitHead', '140106-health'),
    stranger: await it.as('unitHead', '140106-civilAffairs'),
  };
  type Person = keyof typeof people;
  const who = (name: Person): Client => people[name];

  async function aMatter(over: object = {}) {
    const made = await who('receptionist').post(
      '/api/disputes',
      { ...leak(it.party), ...over, commandId: newId() },
      201,
    );
    const code = made.code as string;
    await toMediation(it, code);
    const postIds = [await postOf(who('mediator')), await postOf(who('earlier'))];
    await who('dispatcher').post(`/api/disputes/${code}/mediator-appointments`, { postIds, basis: 'proposed' }, 200);
    const { parties } = await who('dispatcher').get(`/api/disputes/${code}`);
    return {
      code,
      slips: made.slips as { pin: string; partyId: string }[],
      parties: parties as { id: string; name: string; side: string }[],
    };
  }
  type Matter = Awaited<ReturnType<typeof aMatter>>;

  const callOf = async (matter: Matter, over: object = {}) => ({
    ...{ form: 'joint', day: '2026-09-30', from: '15:00', to: '17:00', roomIds: [room], place: '' },
    ...{ agenda: '谈赔多少、什么时候赔', bring: '收据', partyIds: matter.parties.map(({ id }) => id) },
    ...{ postIds: [await postOf(who('judge')), await postOf(who('psychologist'))], unitIds: [], leadingUnitId: null },
    ...{ shared: ['facts', 'demands'], otherCodes: [], commandId: newId(), ...over },
  });
  const call = async (matter: Matter, over: object = {}, by: Person = 'mediator'): Promise<string> =>
    (await who(by).post(`/api/disputes/${matter.code}/sittings`, await callOf(matter, over), 201)).code;
  const view = (by: Person, code: string) => who(by).get(`/api/sittings/${code}`);
  const step = (by: Person, code: string, noun: string, body: object = {}) =>
    who(by).post(`/api/sittings/${code}/${noun}`, body, 200);
  const ending = async (code: string, result = 'agreed', over: object = {}) => {
    const { disputes } = await view('mediator', code);
    const results = disputes.map(({ id }: { id: string }) => ({ disputeId: id, result }));
    return { results, text: '', toldRoutes: false, againOn: null, absent: [], ...over };
  };
  const write = (by: Person, code: string, section: string, text: string, base: number, over: object = {}) =>
    who(by).raw('PUT', `/api/sittings/${code}/minutes`, { section, text, base, take: false, ...over });
  return { it, who, people, aMatter, callOf, call, view, step, ending, write };
}
export type SittingScene = Awaited<ReturnType<typeof sittingScene>>;

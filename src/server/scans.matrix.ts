import { type EndpointRow, only } from '../people/endpoints.matrix.ts';

const absent = '01890000-0000-7000-8000-000000000000';
/** Who stands where signed paper comes back: the desk, and those into whose hands disputes are given. */
const scanners = (status: number) =>
  only({
    ...{ receptionist: status, dispatcher: status, centerLeader: status },
    ...{ unitHead: status, handler: status, mediator: status },
  });
const nowhere = { code: '140106260000000', form: 'evidence', subjectId: null, pages: [1] };

/** access.md for scans: whoever else put one in, it is not there. What is filed into a dispute is that dispute's (access.matrix.ts). */
export const scanEndpoints: readonly EndpointRow[] = [
  ['GET /api/scans', scanners(200)],
  // Without a file: 406 says that one is wanted here.
  ['POST /api/scans', scanners(406), () => ({})],
  [`GET /api/scans/${absent}`, scanners(404)],
  [`POST /api/scans/${absent}/readings`, scanners(404)],
  [`GET /api/scans/${absent}/pages/1/small`, scanners(404)],
  // Each paper is answered by itself: this one is of a matter that nobody has.
  [`POST /api/scans/${absent}/filings`, scanners(200), () => ({ papers: [nowhere] })],
  [`POST /api/scans/${absent}/asides`, scanners(404), () => ({ pages: [1], reason: '重复的' })],
];

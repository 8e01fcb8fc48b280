import { type EndpointRow, only } from '../people/endpoints.matrix.ts';

const absent = '01890000-0000-7000-8000-000000000000';
const readers = (status: number) => only({ dispatcher: status, centerLeader: status, closer: status });
const drafters = (status: number) => only({ dispatcher: status, centerLeader: status });
const publishers = (status: number) => only({ centerLeader: status, closer: status });
const nothing = () => ({});

/** Forms of a county: its own center's dispatcher and leader change them; leader and closer publish what another one drafted. */
export const templateEndpoints: readonly EndpointRow[] = [
  ['GET /api/paper-templates', readers(200)],
  ['GET /api/paper-templates/agreement/template.docx', readers(200)],
  // Without a file.
  ['POST /api/paper-templates/agreement/drafts', drafters(422), nothing],
  [`GET /api/paper-template-drafts/${absent}/preview`, readers(404)],
  [`GET /api/paper-template-drafts/${absent}/preview.pdf`, readers(404)],
  [`POST /api/paper-template-drafts/${absent}/publications`, publishers(404), nothing],
  [`POST /api/paper-template-drafts/${absent}/withdrawals`, drafters(404), nothing],
  ['POST /api/paper-templates/receipt/returns', publishers(201), nothing],
];

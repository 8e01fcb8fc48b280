import { emptyBody, emptyMediator } from '../mediation/bodies.ts';
import { type EndpointRow, only } from '../people/endpoints.matrix.ts';
import { roles } from '../platform/actor.ts';

const absent = '01890000-0000-7000-8000-000000000000';
const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'];
const withMatters = Object.fromEntries(
  roles.filter((role) => !administrators.includes(role)).map((role) => [role, 200]),
);

/** Everybody who works on matters may look who mediates; the center's leader keeps it. Who is proposed for a dispute: access.matrix.ts. */
export const mediationEndpoints: readonly EndpointRow[] = [
  ['GET /api/mediation-bodies', only(withMatters)],
  // 履行: whoever sees such disputes whole.
  [
    'GET /api/promises',
    only({
      receptionist: 200,
      dispatcher: 200,
      closer: 200,
      handler: 200,
      mediator: 200,
      unitHead: 200,
      centerLeader: 200,
    }),
  ],
  ['PUT /api/mediation-bodies/140106-nothing', only({ centerLeader: 404 }), () => emptyBody],
  [`PUT /api/mediators/${absent}`, only({ centerLeader: 404 }), () => emptyMediator],
];

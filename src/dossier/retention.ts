import type { Dispute } from '../disputes/dispute.ts';
import type { Retention } from './dossier.ts';

/** For how long a file is kept, with the reason. Our default [G]: for ever; nothing is deleted by it. */
export function proposeRetention(_dispute: Dispute): { proposed: Retention; why: string } {
  return { proposed: 'permanent', why: '没有另外规定的都永久保管。' };
}

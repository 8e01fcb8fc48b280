/** Who mediated, as the law tells them apart. */
export const mediators = ['committee', 'laborBody', 'otherBody', 'authority', 'nobody'] as const;
export type Mediator = (typeof mediators)[number];

/** What an agreement may hold that a court does not confirm: 民事诉讼法解释 355, and for labor 劳动争议解释（一） 52. */
export const unconfirmable = ['identity', 'title', 'otherProcedure', 'outsideCourts', 'beyondPayment'] as const;
export type Unconfirmable = (typeof unconfirmable)[number];

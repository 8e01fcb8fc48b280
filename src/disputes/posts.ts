/** Posts that many steps share, by where they stand to the dispute. */
export const desk = ['dispatcher@receivingCenter', 'centerLeader@receivingCenter'] as const;
export const front = ['receptionist@receivingCenter', ...desk] as const;
export const lead = ['unitHead@leadUnit', 'centerLeader@leadUnit'] as const;
export const hands = ['handler@assigned', 'mediator@assigned', 'mediator@appointed', ...lead] as const;

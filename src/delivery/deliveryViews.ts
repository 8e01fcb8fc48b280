import type { Channel, DeliveryState } from './delivery.ts';
import type { MessageTemplate } from './deliveryRules.ts';

/** One delivery as lists show it. `phone` is masked; times are ISO. */
export type DeliveryView = {
  id: string;
  code: string;
  title: string;
  partyName: string;
  phone: string | null;
  channel: Channel;
  state: DeliveryState;
  /** A code of `whyWords`. */
  why: string;
  body: string;
  attempts: number;
  dueAt: string;
  createdAt: string;
  sentAt: string | null;
  endedAt: string | null;
  reference: string | null;
};

export type DeliveryList = {
  counts: Record<Channel, number>;
  rows: DeliveryView[];
  next: string | null;
  asOf: string;
};

export type DeliveryTemplates = {
  generic: string;
  templates: MessageTemplate[];
  sms: boolean;
  gateway: boolean;
  sample: { center: string; phone: string; url: string };
};

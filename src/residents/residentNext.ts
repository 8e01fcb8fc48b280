import { byWhen } from './residentClock.ts';
import type { ResidentInput } from './residentInput.ts';

type Who = { center: string; unit: string; handler: string | null };

/** What comes now, in one sentence. */
export function whatNext({ dispute, context }: ResidentInput, { center, unit, handler }: Who): string {
  if (dispute.contested) return '中心负责人看过以后答复您：重新办，还是不重新办、为什么。';
  const running = (kind: string) => dispute.clocks.find((clock) => clock.kind === kind && clock.stoppedAt === null);
  switch (dispute.status) {
    case 'registered':
      return `${center}看这件事由谁办，再答复您。`;
    case 'declined':
      return '去那里办。不同意，可以到窗口请中心重新审查。';
    case 'accepted':
      return `${center}定下由哪个单位办。`;
    case 'dispatched':
      return `${byWhen(running('acknowledge'), unit, context)}。`;
    case 'routingDisputed':
      return `${center}正在重新确定由哪个单位办，办完的日期不变。`;
    case 'inMediation':
      return handler ? `${unit} ${handler}接着调解，有进展写在下面。` : `${unit}定下由谁来办。`;
    case 'settled':
      return '办理单位把结果交中心核对。协议里写的事，按写的日期做。';
    case 'mediationFailed':
    case 'terminated':
      return '您可以走别的路，写在下面。办理单位把结果交中心核对。';
    case 'withdrawn':
      return '中心核对后结束。以后想办，还可以再来。';
    case 'closureSubmitted':
      return '中心核对是不是真的办完了。';
    case 'closed':
      return '中心会来问您办得怎么样。没有解决，您可以说出来。';
    default:
      return '没有要等的了。没有解决，您还可以说出来。';
  }
}

/** Late says so, and who is after it. */
export function lateness(
  late: string | null,
  input: ResidentInput,
  due: Date | null,
  phone: string | null,
): string | null {
  const { entries, dispute, context } = input;
  if (late === null) return null;
  const urged = entries.findLast(({ type, at }) => /^(remind|supervis)/.test(type) && due !== null && at >= due);
  const who = urged && context.directory.post(urged.actorPostId ?? '')?.name;
  const now = urged
    ? `中心在催办${who ? `，催办人 ${who}` : ''}。`
    : phone
      ? '您可以打电话催，也可以来窗口。'
      : '您可以到窗口催。';
  return dispute.contested ? late : `${late}${now}`;
}

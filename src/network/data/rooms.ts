import type { CenterRow, RoomKind, RoomRow } from '../network.ts';
import { centers, USUAL_ZONES } from './centers.ts';

const [RECEPTION, RESOLUTION, COMMAND] = USUAL_ZONES;

/** A usual room, the zone it lies in, and the finer zone it belongs to where a center has more than three. */
type Usual = readonly [name: string, zone: string, finer?: string];

const FUNCTION_ROOMS: readonly Usual[] = [
  ['调解室1', RESOLUTION],
  ['联合会商室', COMMAND, '研判会商区'],
  ['指挥调度室', COMMAND],
  ['调解室2', RESOLUTION],
  ['调解室3', RESOLUTION],
  ['联合调解室', RESOLUTION],
  ['信访接待室', RECEPTION, '信访接待区'],
  ['法律咨询室', RECEPTION, '法律服务区'],
  ['法律援助室', RECEPTION, '法律服务区'],
  ['心理疏导室', RESOLUTION],
  ['速裁法庭', RESOLUTION],
  ['劳动仲裁庭', RESOLUTION],
  ['司法确认室', RESOLUTION, '法律服务区'],
  ['婚姻家庭调解室', RESOLUTION],
  ['劳动争议调解室', RESOLUTION],
  ['物业纠纷调解室', RESOLUTION],
  ['行政复议听证室', RESOLUTION, '法律服务区'],
  ['公证服务室', RECEPTION, '法律服务区'],
  ['研判室', COMMAND, '研判会商区'],
  ['医疗纠纷调解室', RESOLUTION],
  ['道路交通事故调解室', RESOLUTION],
  ['领导接访室', RECEPTION, '信访接待区'],
  ['视频会议室', COMMAND, '研判会商区'],
];
const HALLS: readonly Usual[] = [
  ['综合受理大厅', RECEPTION],
  ['多元化解大厅', RESOLUTION],
];
const HEARING_ROOMS: readonly Usual[] = [
  ['调解庭', RESOLUTION],
  ['速裁庭', RESOLUTION],
  ['仲裁庭', RESOLUTION],
  ['听证庭', RESOLUTION],
];
const SUPPORT_ROOMS: readonly Usual[] = [
  ['值班室', COMMAND],
  ['档案室', COMMAND],
  ['资料室', COMMAND],
  ['设备机房', COMMAND],
  ['警务室', RECEPTION],
  ['候谈室', RECEPTION],
  ['母婴室', RECEPTION],
  ['医务室', RECEPTION],
  ['打印室', RECEPTION],
];

/** Where nothing is published: a room to mediate in, and above the townships one to confer and one to direct from. */
const UNPUBLISHED = { city: 3, county: 3, township: 1 } as const;

function usualRooms(center: CenterRow): [RoomKind, Usual][] {
  const { halls = 0, hearingRooms = 0, functionRooms = UNPUBLISHED[center.level], supportRooms = 0 } = center.stated;
  const all: [RoomKind, readonly Usual[]][] = [
    ['hall', HALLS.slice(0, halls)],
    ['hearingRoom', HEARING_ROOMS.slice(0, hearingRooms)],
    ['functionRoom', FUNCTION_ROOMS.slice(0, functionRooms)],
    ['supportRoom', SUPPORT_ROOMS.slice(0, supportRooms)],
  ];
  return all.flatMap(([kind, usual]) => usual.map((room): [RoomKind, Usual] => [kind, room]));
}

function zoneIn(center: CenterRow, zone: string, finer?: string): string | null {
  if (center.zones.length === 0) return null;
  return finer !== undefined && center.zones.includes(finer) ? finer : zone;
}

function roomsOf(center: CenterRow): RoomRow[] {
  return usualRooms(center).map(([kind, [name, zone, finer]], index) => ({
    id: `${center.id}-room-${index + 1}`,
    countyCode: center.countyCode,
    centerId: center.id,
    number: index + 1,
    kind,
    name,
    zone: zoneIn(center, zone, finer),
    assumed: true,
  }));
}

/** The numbers of Yingze, Xinghualing and Jiancaoping are published; all names are ours. */
export const rooms: readonly RoomRow[] = centers.flatMap(roomsOf);

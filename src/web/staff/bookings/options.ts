import type { BookingView, PersonView, RoomView } from '../../../bookings/views.ts';

type Option = { value: string; label: string };
/** Those of this center, and what is booked already from elsewhere. */
const withOwn = (options: Option[], ids: readonly string[] = [], names: readonly string[] = []): Option[] => [
  ...options,
  ...ids.flatMap((value, at) =>
    options.some((each) => each.value === value) ? [] : [{ value, label: names[at] ?? '' }],
  ),
];
export const roomOptions = (rooms: readonly RoomView[], row: BookingView | undefined): Option[] => {
  const out = rooms.filter(({ active }) => !active).map(({ id }) => id);
  const options = rooms
    .filter(({ active }) => active)
    .map(({ id, name, kind }) => ({ value: id, label: `${name} ${kind}` }));
  return withOwn(options, row?.roomIds, row?.rooms).filter(({ value }) => !out.includes(value));
};
export const personOptions = (people: readonly PersonView[], row: BookingView | undefined): Option[] =>
  withOwn(
    people.map(({ postId, name, unit }) => ({ value: postId, label: `${name} ${unit}` })),
    row?.postIds,
    row?.people,
  );

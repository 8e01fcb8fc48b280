/** A4 in millimetres, and what of it a picture may take: the running number stands above, its name below. */
const sheet = { across: 210, down: 297 };
const room = { across: 178, down: 250 };
/** A picture of few points is not blown up to a whole sheet. */
const MOST_MM_A_POINT = 25.4 / 75;

export type Fitted = { flipped: boolean; width: number; height: number };

/** How large a picture of so many points is drawn, on an upright sheet or one that lies; never turned on its side. */
export function fitPicture(across: number, down: number): Fitted {
  const flipped = across > down * 1.15;
  const most = flipped ? { across: room.down + 20, down: room.across - 30 } : room;
  const scale = Math.min(most.across / across, most.down / down, MOST_MM_A_POINT);
  return { flipped, width: round(across * scale), height: round(down * scale) };
}

/** A sheet that was scanned keeps its own size where it fits on A4. */
export function fitSheet(acrossMm: number, downMm: number): Fitted {
  const flipped = acrossMm > downMm * 1.15;
  const most = flipped ? { across: sheet.down, down: sheet.across } : sheet;
  const scale = Math.min(most.across / acrossMm, most.down / downMm, 1.3);
  return { flipped, width: round(acrossMm * scale), height: round(downMm * scale) };
}

const round = (mm: number): number => Math.round(mm * 10) / 10;

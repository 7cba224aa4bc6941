/** Wall-clock time by zone. A serial counts days since 1899-12-30 on the wall clock, as Sheets stores dates. */

const MILLISECONDS_A_DAY = 86_400_000;
const MILLISECONDS_AN_HOUR = 3_600_000;
const SERIAL_OF_1970 = 25_569;

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
export function offsetAt(instant: number, zone: string): number {
  const hour = Math.floor(instant / MILLISECONDS_AN_HOUR);
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const cached = known.get(hour);
  if (cached !== undefined) return cached;
  const start = hour * MILLISECONDS_AN_HOUR;
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(start)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  known.set(hour, wall - start);
  return wall - start;
}

/** The instant at which the zone's wall clock shows a time given as if it were UTC. */
export function instantOfWall(wall: number, zone: string): number {
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

export function instantOfSerial(serial: number, zone: string): number {
  return instantOfWall(Math.round((serial - SERIAL_OF_1970) * MILLISECONDS_A_DAY), zone);
}

export function serialOfInstant(instant: number, zone: string): number {
  return (instant + offsetAt(instant, zone)) / MILLISECONDS_A_DAY + SERIAL_OF_1970;
}

/** The serial of a calendar date, midnight. */
export function serialOfDate(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY + SERIAL_OF_1970;
}

/** `Utilities.formatDate` for the patterns that matter: y, M, d, H, m, s and quoted text. */
export function formatInstant(instant: number, zone: string, pattern: string): string {
  const wall = new Date(instant + offsetAt(instant, zone));
  const numbers: Record<string, number> = {
    y: wall.getUTCFullYear(),
    M: wall.getUTCMonth() + 1,
    d: wall.getUTCDate(),
    H: wall.getUTCHours(),
    m: wall.getUTCMinutes(),
    s: wall.getUTCSeconds(),
  };
  return pattern.replace(
    /'([^']*)'|([yMdHms])\2*/g,
    (run: string, quoted: string | undefined, letter: string) =>
      quoted === undefined ? String(numbers[letter]).padStart(run.length, "0") : quoted,
  );
}

import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { type Day, type Deal, dayOfIso, isoOfDay, type Message } from "../../engine/index.ts";
import { errorCode, FileError } from "../read/file-error.ts";
import { STANDARD_INPUT } from "../read/read-workbook.ts";
import { writeWholeFile } from "../write/write-whole-file.ts";

/** One reminder that went out: which owner, which deal, when. */
export interface Sent {
  readonly owner: string;
  readonly deal: string;
  readonly day: string;
}

/** Which reminders have been sent, kept beside the workbook so that nobody gets the same one every morning. */
export interface SentLog {
  readonly path: string;
  readonly shownName: string;
  readonly sent: readonly Sent[];
}

/** Where the log is: beside FILE, or in the folder where the command runs for standard input. */
export function sentLogPlace(file: string, cwd: string): Omit<SentLog, "sent"> {
  const shownName =
    file === STANDARD_INPUT
      ? "pipecast.followups.json"
      : join(dirname(file), `${basename(file, extname(file))}.followups.json`);
  return { path: resolve(cwd, shownName), shownName };
}

/** What the log holds; nothing where there is none. */
export async function readSentLog(file: string, cwd: string): Promise<SentLog> {
  const place = sentLogPlace(file, cwd);
  return { ...place, sent: await entriesOf(place.path, place.shownName) };
}

async function entriesOf(path: string, shownName: string): Promise<readonly Sent[]> {
  try {
    const read: unknown = JSON.parse(await readFile(path, "utf8"));
    if (Array.isArray(read) && read.every(isSent)) return read;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    if (!(error instanceof SyntaxError)) throw unusable(shownName, error);
  }
  throw unusable(shownName, null);
}

function unusable(shownName: string, cause: unknown): FileError {
  return new FileError(
    `${shownName}, the log of reminders, cannot be read.`,
    "Move it away to start a new one; reminders of the last days may then go out again.",
    cause,
  );
}

function isSent(value: unknown): value is Sent {
  if (typeof value !== "object" || value === null) return false;
  const { owner, deal, day } = value as Partial<Record<keyof Sent, unknown>>;
  return (
    typeof owner === "string" && typeof deal === "string" && typeof day === "string" && dayOfIso(day) !== null
  );
}

/** Whether an owner has been reminded of a deal within so many days before the day. */
export function isSettledIn(
  log: SentLog,
  day: Day,
): (owner: string, deal: Deal, everyDays: number) => boolean {
  return (owner, deal, everyDays) =>
    log.sent.some((sent) => {
      const sentDay = dayOfIso(sent.day) ?? Number.NEGATIVE_INFINITY;
      return sent.owner === owner && sent.deal === deal.id && day - sentDay < everyDays;
    });
}

/** Adds a reminder to the log and saves it at once: an interrupted run repeats nothing that went out. */
export async function noteSent(log: SentLog, message: Message, day: Day): Promise<SentLog> {
  const fresh = message.deals.map((deal) => ({ owner: message.name, deal: deal.id, day: isoOfDay(day) }));
  const known = new Set(fresh.map(({ deal }) => deal));
  const kept = log.sent.filter(({ owner, deal }) => owner !== message.name || !known.has(deal));
  const sent = [...kept, ...fresh];
  await writeWholeFile(log.path, log.shownName, Buffer.from(`${JSON.stringify(sent, null, 1)}\n`));
  return { ...log, sent };
}

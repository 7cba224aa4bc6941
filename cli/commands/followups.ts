import { join, resolve } from "node:path";
import {
  type Analysis,
  countedText,
  type Day,
  followUpsText,
  type Message,
  OptionError,
  type Options,
  type Reminders,
  remind,
} from "../../engine/index.ts";
import { printText } from "../draw/print.ts";
import { startProgress } from "../draw/progress.ts";
import { draftFile } from "../followups/mail-file.ts";
import { isAddress, readServer, sendAll } from "../followups/send.ts";
import { alone } from "../followups/send-lock.ts";
import { isSettledIn, noteSent, readSentLog, type SentLog, sentLogPlace } from "../followups/sent-log.ts";
import { tasksFile } from "../followups/tasks-file.ts";
import { writeOwnFile } from "../followups/write-own-file.ts";
import type { Io } from "../io.ts";
import { engineOptions, type ReadValues, readNumber } from "../options.ts";
import { UsageError } from "../usage-error.ts";
import { makeFolder } from "../write/make-folder.ts";
import { ANALYSIS_STEPS, readAndAnalyse } from "./run-analysis.ts";

export interface FollowUpValues extends ReadValues {
  readonly eml?: string;
  readonly ics?: string;
  readonly smtp?: string;
  readonly yes?: boolean;
  readonly from?: string;
  readonly every?: string;
  readonly dryRun?: boolean;
}

/** `pipecast followups FILE`: reminders, drafts to customers and tasks; sends nothing without --yes. */
export async function runFollowUps(file: string, values: FollowUpValues, io: Io): Promise<void> {
  const options = engineOptions(values, io.today());
  const server = values.smtp === undefined ? null : readServer(values.smtp);
  if (values.yes && server === null)
    throw new UsageError(
      "--yes sends reminders, and no mail server is given.",
      "Add --smtp URL, or leave --yes out.",
    );
  const everyDays = values.every === undefined ? null : readEvery(values.every);
  const isDry = values.dryRun === true;
  const run = (): Promise<void> => followUp({ file, values, io, options, server, everyDays, isDry });
  if (server === null || isDry || !values.yes) return run();
  const { path, shownName } = sentLogPlace(file, io.cwd);
  return alone(path, shownName, run);
}

interface Task {
  readonly file: string;
  readonly values: FollowUpValues;
  readonly io: Io;
  readonly options: Options;
  readonly server: URL | null;
  readonly everyDays: number | null;
  readonly isDry: boolean;
}

async function followUp({ file, values, io, options, server, everyDays, isDry }: Task): Promise<void> {
  const log = await readSentLog(file, io.cwd);
  const isSettled = server === null || isDry ? () => false : isSettledIn(log, options.asOfDay);
  const progress = startProgress(io.stderr, ANALYSIS_STEPS, values.quiet === true);
  try {
    const { grids, analysis } = await readAndAnalyse(file, options, io, progress);
    progress.done();
    const found = remind(grids, analysis, isSettled, everyDays);
    show(found, analysis, values, io);
    if (isDry) return;
    const from = values.from ?? found.from;
    if (from !== null && !isAddress(from) && (server !== null || values.eml !== undefined))
      throw new UsageError(
        "No usable sender: the one given is not one mail address.",
        "Give --from NAME@EXAMPLE.COM, or mend the line Reminders from in the sheet Pipecast Settings.",
      );
    const job = { found, day: options.asOfDay, from, values, io };
    await writeDrafts(job);
    await writeTasks(job);
    if (server) await sendReminders(job, server, log);
  } finally {
    progress.done();
  }
}

function readEvery(text: string): number {
  const expected = "a whole number of days from 0 to 3650";
  const days = readNumber("--every", text, expected);
  if (!Number.isSafeInteger(days) || days > 3650) throw new OptionError("--every", text, expected);
  return days;
}

function show(found: Reminders, analysis: Analysis, values: FollowUpValues, io: Io): void {
  if (values.json) {
    const { reminders, drafts, tasks, faults } = found;
    const mail = ({ kind, name, address, subject, text, deals }: Message) => {
      return { kind, name, address, subject, text, deals: deals.map(({ id }) => id) };
    };
    const listed = tasks.map(({ deal, title, text }) => ({ deal: deal.id, title, text }));
    const document = { reminders: reminders.map(mail), drafts: drafts.map(mail), tasks: listed, faults };
    io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else if (!values.quiet) printText(followUpsText(found, analysis), values, io);
}

interface Job {
  readonly found: Reminders;
  readonly day: Day;
  readonly from: string | null;
  readonly values: FollowUpValues;
  readonly io: Io;
}

function say({ values, io }: Job, text: string): void {
  if (!values.quiet) io.stderr.write(`${text}\n`);
}

async function writeDrafts(job: Job): Promise<void> {
  const { found, day, from, values, io } = job;
  if (values.eml === undefined) return;
  await makeFolder(resolve(io.cwd, values.eml), values.eml);
  const messages = [...found.reminders, ...found.drafts];
  const names = fileNames(messages);
  for (const [index, message] of messages.entries()) {
    const name = join(values.eml, names[index] ?? "");
    const address = isAddress(message.address) ? message.address : "";
    await writeOwnFile(io.cwd, name, await draftFile({ ...message, address }, from, day));
  }
  say(job, `${countedText(messages.length, "mail file is", "mail files are")} in ${values.eml}`);
}

/** A name a message, legal on every system; the same name twice is numbered. */
function fileNames(messages: readonly Message[]): string[] {
  const used = new Set<string>();
  return messages.map(({ kind, name, deals }) => {
    const plain = (kind === "reminder" ? name || "no owner" : `${deals[0]?.id ?? ""} ${name}`)
      .replace(/[^\p{L}\p{N} ._-]/gu, " ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 60);
    const base = `${kind} ${plain}`.trim().toLowerCase().replaceAll(" ", "-");
    let unused = base;
    for (let count = 2; used.has(unused); count += 1) unused = `${base}-${count}`;
    used.add(unused);
    return `${unused}.eml`;
  });
}

async function writeTasks(job: Job): Promise<void> {
  const { found, day, values, io } = job;
  if (values.ics === undefined) return;
  const text = tasksFile(found.tasks, day);
  await writeOwnFile(io.cwd, values.ics, Buffer.from(text));
  say(job, `${countedText(found.tasks.length, "task is", "tasks are")} in ${values.ics}`);
}

async function sendReminders(job: Job, server: URL, log: SentLog): Promise<void> {
  const { found, day, from, values } = job;
  const ready = found.reminders.filter(({ address }) => isAddress(address));
  const lacking = found.reminders.length - ready.length;
  if (lacking > 0)
    say(
      job,
      `${countedText(lacking, "reminder has", "reminders have")} no mail address and will not be sent.`,
    );
  if (!values.yes) {
    say(
      job,
      `${countedText(ready.length, "reminder")} would go out by ${server.host}. Nothing was sent: add --yes to send them.`,
    );
    return;
  }
  if (from === null)
    throw new UsageError(
      "No usable sender is known.",
      "Give --from NAME@EXAMPLE.COM, or a line Reminders from in the sheet Pipecast Settings.",
    );
  let current = log;
  await sendAll(server, ready, from, day, async (message) => {
    current = await noteSent(current, message, day);
  });
  say(
    job,
    `${countedText(ready.length, "reminder was", "reminders were")} sent; the log is ${log.shownName}`,
  );
}

import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { inFolder, type Run, runMain } from "./run-main.ts";
import { workbookOf } from "./small-files.ts";

export const HEADERS = [
  "Deal ID",
  "Deal name",
  "Account",
  "Email",
  "Owner",
  "Stage",
  "Amount",
  "Created",
  "Closed",
  "Next step",
];
export const DEALS = [
  HEADERS,
  ["D1", "New office", "Acme", "buyer@example.org", "Ada", "Proposal", "12000", "2026-05-01", "", ""],
  ["D2", "Second site", "", "site@example.org", "Ada", "Proposal", "8000", "2026-05-02", "", ""],
  [
    "D3",
    "Spring order",
    "Beta",
    "x@example.org, all@example.org",
    "Ben",
    "Negotiation",
    "5000",
    "2026-05-03",
    "",
    "",
  ],
  [
    "D4",
    "Lamps",
    "Gamma",
    "lamps@example.org",
    "Ada",
    "Negotiation",
    "700",
    "2026-05-04",
    "",
    "Call on Monday",
  ],
  ["D5", "Desks", "Delta", "", "Ben", "Won", "900", "2026-05-05", "2026-06-20", ""],
];
export const SETTINGS = [
  ["Setting", "Value", "What it means"],
  ["Reminders from", "sales@example.org", ""],
  ["E-mail: Ada", "ada@example.org", ""],
];
const TEMPLATES = [
  ["Template", "Subject", "Text"],
  ["Negotiation", "{deal} for {amount}", "Dear {customer}, shall we sign?"],
];

/** Runs in a folder with the workbook; each list is the arguments of one run after the other. */
export async function inBook<T>(
  use: (folder: string, run: (...argv: string[]) => Promise<Run>) => Promise<T>,
  moreSettings: readonly (readonly string[])[] = [],
  settings: readonly (readonly string[])[] = SETTINGS.slice(1),
  deals: readonly (readonly string[])[] = DEALS,
): Promise<T> {
  const heads = SETTINGS.slice(0, 1);
  const book = await workbookOf([
    { name: "Deals", rows: deals },
    { name: "Pipecast Settings", rows: [...heads, ...settings, ...moreSettings] },
    { name: "Pipecast Templates", rows: TEMPLATES },
  ]);
  return inFolder(async (folder) => {
    await writeFile(join(folder, "deals.xlsx"), book);
    return use(folder, (...argv) => runMain(folder, ["followups", "deals.xlsx", ...argv]));
  });
}

export interface Mail {
  readonly to: readonly string[];
  readonly from: string;
  readonly text: string;
}

/** A real mail server on the loopback for the time of `use`; it keeps what it takes. */
export async function withServer<T>(use: (url: string, mails: Mail[]) => Promise<T>): Promise<T> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith("refused") ? new Error("No such box") : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        mails.push({
          from,
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  try {
    return await use(`smtp://127.0.0.1:${port}`, mails);
  } finally {
    await new Promise<void>((resolve) => server.close(resolve));
  }
}

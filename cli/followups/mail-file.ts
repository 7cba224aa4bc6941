import { createHash } from "node:crypto";
import type { Day, Message } from "../../engine/index.ts";

const MILLISECONDS_A_DAY = 86_400_000;

/** A mail as nodemailer takes it; the same message of the same day is the same mail. */
export function mailOf(message: Message, from: string | null, day: Day) {
  const { subject, text, address } = message;
  const key = JSON.stringify([message.kind, message.name, address, subject, text, day]);
  return {
    ...(from === null ? {} : { from }),
    ...(address === "" ? {} : { to: { name: "", address } }),
    subject,
    text,
    date: new Date(day * MILLISECONDS_A_DAY),
    messageId: `<${createHash("sha256").update(key).digest("hex").slice(0, 32)}@pipecast>`,
    // What a cell says is text: no cell makes nodemailer read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A mail as an .eml file that mail programs open as a draft, ready to be read over and sent. */
export async function draftFile(message: Message, from: string | null, day: Day): Promise<Uint8Array> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const info = await transport.sendMail({ ...mailOf(message, from, day), headers: { "X-Unsent": "1" } });
  if (!Buffer.isBuffer(info.message)) throw new Error("The mail was not written into memory.");
  return info.message;
}

import type { Day, Message } from "../../engine/index.ts";
import { errorCode, FileError } from "../read/file-error.ts";
import { UsageError } from "../usage-error.ts";
import { mailOf } from "./mail-file.ts";

const ADDRESS = /^[^\s@,;:<>()"\\]+@[^\s@,;:<>()"\\]+$/;
const TIME_LIMIT = 20_000;
/** What nodemailer calls it when a server takes no mail for an address, or from one. */
const REFUSED_ADDRESS = "EENVELOPE";
/** Only on this machine may a password go unencrypted. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Whether a text is one mail address and nothing else. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/**
 * The mail server of `--smtp`.
 * @throws UsageError where it is no smtp: or smtps: address.
 */
export function readServer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "" || !isDecodable(url))
    throw new UsageError(
      "--smtp: that is not the address of a mail server.",
      "Give it as smtp://name:password@mail.example.com:587 (or smtps:// for port 465).",
    );
  return url;
}

/** A % in a name or password must be written as %25. */
function isDecodable({ username, password }: URL): boolean {
  try {
    return decodeURIComponent(username + password) !== null;
  } catch {
    return false;
  }
}

/**
 * Sends the messages one after another; `sent` is called as soon as the server has taken one. An address that the server
 * refuses keeps nobody else from their reminder: the rest are sent first.
 * @throws FileError for the first message that was not sent.
 */
export async function sendAll(
  server: URL,
  messages: readonly Message[],
  from: string,
  day: Day,
  sent: (message: Message) => Promise<void>,
): Promise<void> {
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ""),
    port: Number(server.port) || (server.protocol === "smtps:" ? 465 : 587),
    secure: server.protocol === "smtps:",
    requireTLS: server.username !== "" && !LOOPBACK.test(server.hostname),
    connectionTimeout: TIME_LIMIT,
    greetingTimeout: TIME_LIMIT,
    socketTimeout: TIME_LIMIT,
    ...(server.username === ""
      ? {}
      : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
  });
  const failures: FileError[] = [];
  try {
    for (const message of messages) {
      try {
        await transport.sendMail(mailOf(message, from, day));
      } catch (error) {
        failures.push(refused(server, message, error));
        if (errorCode(error) === REFUSED_ADDRESS) continue;
        break;
      }
      await sent(message);
    }
    if (failures[0]) throw failures[0];
  } finally {
    transport.close();
  }
}

/** The server's answer without the password. */
function refused(server: URL, message: Message, error: unknown): FileError {
  const said = error instanceof Error ? error.message.replace(/\s+/g, " ") : String(error);
  return new FileError(
    `The reminder to ${message.address} was not sent: ${server.host} says: ${said}.`,
    "Check the server, name and password of --smtp. What went out before is in the log and is not sent again.",
    error,
  );
}

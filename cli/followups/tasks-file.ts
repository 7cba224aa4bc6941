import { createHash } from "node:crypto";
import { type Day, isoOfDay, type Task } from "../../engine/index.ts";

/** Octets a line of a calendar file may hold. */
const LONGEST_LINE = 75;

/**
 * Tasks as an iCalendar file: one to-do a deal, due on its day. Written by hand, because the kept calendar packages
 * write events only. The same task keeps its id, so that importing the file again changes it instead of doubling it.
 * Source: RFC 5545, sections 3.1, 3.3.11 and 3.6.2.
 */
export function tasksFile(tasks: readonly Task[], day: Day): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Pipecast//Follow-ups//EN",
    ...tasks.flatMap((task) => taskLines(task, day)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function taskLines({ deal, title, text, dueDay }: Task, day: Day): string[] {
  const place = JSON.stringify([deal.id, deal.where.sheet, deal.where.cell]);
  const owner = deal.owner === "" ? [] : [`CATEGORIES:${escaped(deal.owner)}`];
  return [
    "BEGIN:VTODO",
    `UID:${createHash("sha256").update(place).digest("hex").slice(0, 32)}@pipecast`,
    `DTSTAMP:${plain(day)}T000000Z`,
    `DUE;VALUE=DATE:${plain(dueDay)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...owner,
    "STATUS:NEEDS-ACTION",
    "END:VTODO",
  ];
}

function plain(day: Day): string {
  return isoOfDay(day).replaceAll("-", "");
}

/** Text as iCalendar holds it: marks escaped, no control characters, line breaks as `\n`. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|[\r\n]/g, "\\n")
    .replace(/\p{Cc}/gu, " ");
}

/** A long line continues after a break and a space; no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  for (const character of line) {
    const room = parts.length === 0 ? LONGEST_LINE : LONGEST_LINE - 1;
    if (Buffer.byteLength(part + character) > room) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part].join("\r\n ");
}

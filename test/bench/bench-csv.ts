import { closeSync, openSync, writeSync } from "node:fs";
import { isoOfDay } from "../../engine/basics/day.ts";

const STAGES = ["Lead", "Qualification", "Proposal", "Negotiation"];
const OWNERS = Array.from({ length: 24 }, (_, index) => `Owner ${String.fromCharCode(65 + index)}`);
const SOURCES = ["Referral", "Web", "Event", "Outbound", "Partner"];
const HEADER = "Deal ID,Stage,Changed on,Owner,Source,Value";
const FIRST_DAY = 18_993;
const AS_OF_DAY = 20_634;
const WON_SHARE = 0.4;
const LONGEST_STAY = 40;
const PIECE_CHARACTERS = 1 << 20;

/** Numbers from 0 to 1, the same at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Writes the stage history of so many deals as CSV, as a CRM exports it: a row a change, with the time of day, some
 * five changes a deal. Says how many changes there are.
 */
export function writeBenchCsv(path: string, deals: number): number {
  const random = seeded(11);
  const file = openSync(path, "w");
  let piece = `${HEADER}\n`;
  let changes = 0;
  for (let index = 0; index < deals; index++) {
    const rows = historyOf(index, random);
    changes += rows.length;
    piece += rows.join("");
    if (piece.length < PIECE_CHARACTERS) continue;
    writeSync(file, piece);
    piece = "";
  }
  writeSync(file, piece);
  closeSync(file);
  return changes;
}

function historyOf(index: number, random: () => number): string[] {
  const pick = (choices: readonly string[]): string => choices[Math.floor(random() * choices.length)] ?? "";
  const id = `D-${String(index + 1).padStart(7, "0")}`;
  const facts = `${pick(OWNERS)},${pick(SOURCES)},${(Math.round(random() * 5_000_000) / 100).toFixed(2)}`;
  const rows: string[] = [];
  let day = FIRST_DAY + Math.floor(random() * (AS_OF_DAY - FIRST_DAY));
  for (const stage of [...STAGES, random() < WON_SHARE ? "Won" : "Lost"]) {
    if (day > AS_OF_DAY) break;
    rows.push(`${id},${stage},${isoOfDay(day)} ${timeOfDay(random())},${facts}\n`);
    day += 1 + Math.floor(random() * LONGEST_STAY);
  }
  return rows;
}

function timeOfDay(share: number): string {
  const minute = Math.floor(share * 1440);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

import { foldTight } from "./fold.ts";

/** Month names by language, January first; short forms are their first letters. */
const NAMES: readonly string[] = [
  "january february march april may june july august september october november december",
  "januar februar märz april mai juni juli august september oktober november dezember",
  "jänner feber maerz april mai juni juli august september oktober november dezember",
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
  "januari februari maart april mei juni juli augustus september oktober november december",
];
/** Short forms that are no beginning of a long one. */
const SHORT: readonly (readonly [string, number])[] = [
  ["mrt", 3],
  ["mrz", 3],
  ["sept", 9],
  ["janv", 1],
  ["juil", 7],
];

const MONTHS = monthsByName();

function monthsByName(): ReadonlyMap<string, number> {
  const months = new Map<string, number>(SHORT);
  for (const language of NAMES) {
    language.split(" ").forEach((name, index) => {
      const key = foldTight(name);
      months.set(key, index + 1);
      for (const length of [3, 4]) claim(months, key.slice(0, length), index + 1);
    });
  }
  for (const [name, month] of [...months]) if (month === 0) months.delete(name);
  return months;
}

/** A beginning that two months share (`jui` of French June and July) stands for neither. */
function claim(months: Map<string, number>, short: string, month: number): void {
  const known = months.get(short);
  months.set(short, known === undefined || known === month ? month : 0);
}

/**
 * The month, 1–12, that a name or short form means in the languages Pipecast reads; null for any other word.
 * @example monthOfName("Okt.") // => 10
 * @example monthOfName("août") // => 8
 * @example monthOfName("Acme") // => null
 */
export function monthOfName(name: string): number | null {
  return MONTHS.get(foldTight(name)) ?? null;
}

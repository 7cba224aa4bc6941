import { foldTight } from "./fold.ts";

type Outcome = "won" | "lost" | "open";

/** Words that tell the outcome, in the languages Pipecast reads. */
const WORDS: Readonly<Record<Outcome, string>> = {
  won: `won|win|closed won|closed as won|deal won|successful|signed|success|gewonnen|abgeschlossen gewonnen|
    geschlossen gewonnen|gagné|gagnée|fermé gagné|fermée gagnée|conclu|ganado|ganada|cerrado ganado|cerrada ganada|ganho|ganha|
    fechado ganho|fechada ganha|fechado e ganho|vinto|vinta|chiuso vinto|chiusa vinta|chiuso positivamente|
    gesloten gewonnen|受注|成約|クローズ受注|赢单|赢得|成交|已成交|结束并赢得|won deal`,
  lost: `lost|loss|closed lost|closed as lost|deal lost|dead|disqualified|unqualified|abandoned|rejected|cancelled|
    canceled|declined|closed lost to competition|no deal|unsuccessful|
    verloren|abgeschlossen verloren|geschlossen verloren|
    abgesagt|perdu|perdue|fermé perdu|fermée perdue|abandonné|perdido|perdida|cerrado perdido|cerrada perdida|
    fechado perdido|fechada perdida|fechado e perdido|perso|persa|chiuso perso|chiusa persa|
    chiuso negativamente|gesloten verloren|失注|クローズ失注|輸单|输单|丢单|失败|结束并失去`,
  open: `open|active|in progress|ongoing|pending|working|offen|in bearbeitung|laufend|ouvert|ouverte|en cours|abierto|
    abierta|en curso|aberto|aberta|em aberto|em andamento|aperto|aperta|in corso|lopend|進行中|进行中|打开|open deal`,
};

const BY_WORD = new Map<string, Outcome>();
for (const outcome of ["won", "lost", "open"] as const) {
  for (const word of WORDS[outcome].split("|")) BY_WORD.set(foldTight(word), outcome);
}

/**
 * The outcome that a word tells, or null for any other word; a number in front (`6. Closed Won`) does not count.
 * @example outcomeOfWord("Closed - Won") // => "won"
 * @example outcomeOfWord("closedlost") // => "lost"
 * @example outcomeOfWord("Negotiation") // => null
 */
export function outcomeOfWord(text: string): Outcome | null {
  const key = foldTight(text);
  return BY_WORD.get(key) ?? BY_WORD.get(key.replace(/^\d+/, "")) ?? null;
}

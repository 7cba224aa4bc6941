import { foldTight, foldWords } from "./fold.ts";
import { isOneLetterApart } from "./near-names.ts";
import { isKnownStage } from "./stage-ladder.ts";

export type OutcomeWord = "won" | "lost" | "open";

/** What a status may say: an outcome, or less than that. */
export type StatusWord = OutcomeWord | "closed" | "archived" | "deleted" | "not-won";

/** Words that tell the outcome by themselves, in the languages Pipecast reads. */
const WORDS: Readonly<Record<OutcomeWord | "closed" | "archived" | "deleted", string>> = {
  won: `won|win|closed won|closed as won|deal won|won deal|closed successful|successful|success|signed|contract signed|sold|order received|
    placed|candidate placed|hired|filled|position filled|beauftragt|auftrag erteilt|vertrag unterschrieben|
    gewonnen|abgeschlossen gewonnen|geschlossen gewonnen|abgeschlossen und gewonnen|auftrag|auftrag erhalten|
    gagné|gagnée|fermé gagné|fermée gagnée|clôturé gagné|clôturée gagnée|conclu|conclue|signé|signée|fermé et gagné|
    ganado|ganada|cerrado ganado|cerrada ganada|cierre ganado|cerrado y ganado|vendido|
    ganho|ganha|fechado ganho|fechada ganha|fechado e ganho|negócio ganho|
    vinto|vinta|chiuso vinto|chiusa vinta|chiuso positivamente|chiusa positivamente|chiuso e vinto|
    gesloten gewonnen|afgesloten gewonnen|
    受注|成約|クローズ受注|受注済み|赢单|赢得|成交|已成交|赢|结束并赢得|贏單|已赢单`,
  lost: `lost|loss|closed lost|closed as lost|deal lost|lost deal|dead|disqualified|unqualified|not qualified|abandoned|
    rejected|cancelled|canceled|declined|closed lost to competition|no deal|unsuccessful|no go|withdrawn|
    closed unsuccessful|dropped|no sale|not won|ghosted|no response|not interested|no decision|
    nicht gewonnen|pas gagné|no ganado|não ganho|non vinto|niet gewonnen|
    verloren|abgeschlossen verloren|geschlossen verloren|abgeschlossen und verloren|abgesagt|abgelehnt|storniert|absage|
    perdu|perdue|fermé perdu|fermée perdue|clôturé perdu|clôturée perdue|abandonné|abandonnée|annulé|annulée|fermé et perdu|
    perdido|perdida|cerrado perdido|cerrada perdida|cierre perdido|cerrado y perdido|cancelado|descartado|
    fechado perdido|fechada perdida|fechado e perdido|negócio perdido|descartada|
    perso|persa|chiuso perso|chiusa persa|chiuso negativamente|chiusa negativamente|chiuso e perso|
    gesloten verloren|afgesloten verloren|afgewezen|
    失注|クローズ失注|輸單|输单|丢单|失败|结束并失去|已输单|输`,
  open: `open|open deal|active|in progress|ongoing|pending|working|in play|still open|tbd|undecided|
    offen|in bearbeitung|in arbeit|pendiente|aguardando|en attente|in attesa|laufend|aktiv|ouvert|ouverte|en cours|abierto|abierta|en curso|en progreso|
    aberto|aberta|em aberto|em andamento|aperto|aperta|in corso|lopend|進行中|商談中|オープン|进行中|打开|跟进中`,
  closed: `closed|close|completed|done|abgeschlossen|geschlossen|erledigt|fermé|fermée|clôturé|clôturée|cerrado|cerrada|
    fechado|fechada|chiuso|chiusa|gesloten|afgesloten|クローズ|完了|关闭|已关闭`,
  archived: `archived|inactive|archiviert|inaktiv|archivé|archivée|archivado|archivada|inactivo|arquivado|arquivada|
    inativo|archiviato|archiviata|gearchiveerd|アーカイブ|已归档`,
  deleted: `deleted|removed|duplicate|gelöscht|supprimé|supprimée|eliminado|eliminada|borrado|excluído|excluída|
    eliminato|eliminata|verwijderd|削除|削除済み|已删除`,
};
const WON_TOKENS = "won gewonnen gagne gagnee ganado ganada ganho ganha vinto vinta 受注".split(" ");
const LOST_TOKENS =
  "lost verloren perdu perdue perdido perdida perso persa 失注 competitor competition".split(" ");
/** Words that tell a loss in front of its cause: `Cancelled by client`. */
const LOSING_TOKENS = new Set(
  `lost cancelled canceled rejected declined abandoned disqualified withdrawn dropped storniert abgelehnt annule
    annulee cancelado cancelada annullato geannuleerd`.split(/\s+/),
);
const CAUSE_TOKENS = new Set(
  "by due because after for from per client customer von wegen durch vom par por pelo da dal door".split(" "),
);
/** Words that tell the outcome in a column of statuses; as a stage they may as well be an early one. */
const ANSWERS: Readonly<Record<"won" | "lost", string>> = {
  won: `w|accepted|approved|customer|angenommen|zuschlag|zuschlag erhalten|accepté|acceptée|aceptado|aceptada|aceito|
    aprovado|aprovada|accettato|accettata|akkoord|geaccepteerd`,
  lost: "l|refused|kein zuschlag|refusé|refusée|rechazado|rechazada|recusado|recusada|rifiutato|rifiutata",
};
const CLOSED_TOKENS = new Set(foldEach(`${WORDS.closed}|deal|deals`));

const WON = new Set(foldEach(WORDS.won));
const LOST = new Set(foldEach(WORDS.lost));
const OPEN = new Set(foldEach(WORDS.open));
const STATUSES: ReadonlyMap<string, StatusWord> = new Map([
  ...foldEach(ANSWERS.won).map((word) => [word, "won"] as const),
  ...foldEach(ANSWERS.lost).map((word) => [word, "lost"] as const),
  ...foldEach(WORDS.closed).map((word) => [word, "closed"] as const),
  ...foldEach(WORDS.archived).map((word) => [word, "archived"] as const),
  ...foldEach(WORDS.deleted).map((word) => [word, "deleted"] as const),
]);

function foldEach(words: string): readonly string[] {
  return words.split("|").map(foldTight);
}

/**
 * The outcome that a text tells by itself, word for word; null for any other text.
 * @example plainOutcome("Closed - Won") // => "won"
 * @example plainOutcome("Lost to competitor") // => null
 */
export function plainOutcome(text: string): OutcomeWord | null {
  const tight = bareWords(text).replace(/ /g, "");
  if (WON.has(tight)) return "won";
  if (LOST.has(tight)) return "lost";
  return OPEN.has(tight) ? "open" : null;
}

function bareWords(text: string): string {
  return foldWords(text).replace(/^\d+ (?=.)/, "");
}

/**
 * The outcome that a stage or status tells, or null for any other text. A number in front (`6. Closed Won`)
 * and a reason behind (`Lost - price`) do not count.
 * @example outcomeOfWord("closedlost") // => "lost"
 * @example outcomeOfWord("Lost to competitor") // => "lost"
 * @example outcomeOfWord("Negotiation") // => null
 */
export function outcomeOfWord(text: string): OutcomeWord | null {
  return plainOutcome(text) ?? outcomeOfTokens(bareWords(text).split(" "));
}

/** `Closed Won Renewal` and `Lost price`: an outcome word first, but for a word for closed, and no other beside it. */
function outcomeOfTokens(tokens: readonly string[]): OutcomeWord | null {
  const first = tokens.find((token) => !CLOSED_TOKENS.has(token)) ?? "";
  const lost = tokens.some((token) => LOST_TOKENS.includes(token));
  if (LOST_TOKENS.includes(first)) return tokens.some((token) => WON_TOKENS.includes(token)) ? null : "lost";
  if (WON_TOKENS.includes(first)) return lost ? null : "won";
  if (LOSING_TOKENS.has(tokens[0] ?? "") && CAUSE_TOKENS.has(tokens[1] ?? "")) return "lost";
  return tokens[0] === "open" && tokens.length > 1 ? "open" : null;
}

/**
 * What a status says: an outcome, or only that the deal is closed, put away or deleted; null for any other word.
 * @example statusOf("Closed") // => "closed"
 * @example statusOf("Deleted") // => "deleted"
 * @example statusOf("On hold") // => null
 */
export function statusOf(text: string): StatusWord | null {
  return outcomeOfWord(text) ?? STATUSES.get(foldTight(text)) ?? null;
}

const SLIPPED = (
  "won lost open closed gewonnen verloren offen gagne perdu ganado perdido abierto ganho aberto vinto perso aperto " +
  "deleted archived"
).split(" ");
const SHORTEST_SLIP = 3;

/**
 * The status that a text with one wrong letter means; null where it means none. The first letter is never wrong, and
 * a well-known stage is no slip of a status: `Offer` is not `offen`.
 * @example slippedStatus("Lsot") // => "lost"
 * @example slippedStatus("Hold") // => null
 * @example slippedStatus("Offer") // => null
 */
export function slippedStatus(text: string): StatusWord | null {
  if (isKnownStage(text)) return null;
  const key = foldWords(text);
  const word = SLIPPED.find(
    (known) => known.charAt(0) === key.charAt(0) && isOneLetterApart(key, known, SHORTEST_SLIP),
  );
  return word === undefined ? null : statusOf(word);
}

import { foldTight, foldWords } from "./fold.ts";

/** Well-known stage words from first to last; words of one line stand at one height. */
const LADDER: readonly string[] = [
  "lead|new|new lead|lead in|incoming|inbound|identified|identifikation|suspect|inquiry|enquiry|backlog|neu|nuevo|novo|nuovo|nieuw|nouveau",
  "prospecting|prospect|outreach|attempting|attempted|prospection|prospección|prospecção|prospezione|prospectie|見込み|预期",
  "engaging|engaged|appointment scheduled|meeting scheduled|connected|contacted|first contact|erstkontakt|erstgespräch|premier contact|primer contacto|primeiro contacto|primeiro contato|primo contatto|eerste contact|kennismaking",
  "qualification|qualified|qualifying|qualify|qualified to buy|qualifikation|qualifiziert|calificación|qualificação|qualifica|kwalificatie|qualifié|calificado|cualificado|qualificado|qualificato|gekwalificeerd|資格|评价",
  "contact|contact made|kontakt|contacto|contato|contatto|discovery|discovery call",
  "needs analysis|analysis|bedarfsanalyse|needs assessment|assessment|scoping|bedarf|bedarfsermittlung|inventarisatie|ヒアリング",
  "demo|demo scheduled|demonstration|presentation|presentation scheduled|meeting|trial|pilot|poc|proof of concept|evaluation|präsentation|démo|presentación|apresentação|presentazione|presentatie",
  "value proposition|id decision makers|identify decision makers|decision maker bought in|perception analysis",
  "proposal|proposal sent|proposal made|quote|quotation|quote sent|offer|offer sent|proposal price quote|proposition|angebot|propuesta|proposta|voorstel|offerte|提案|devis|offre|oferta|offerta|preventivo|presupuesto|orçamento",
  "negotiation|negotiations|negotiating|negotiations started|negotiation review|verhandlung|négociation|negociación|negociação|negoziazione|onderhandeling|trattativa|交渉|协商|review",
  "contract|contracting|contract sent|verbal|verbal commitment|commit|committed|legal|procurement|contrat|vertrag|contrato|contratto",
  "closing|close|abschluss|clôture|cierre|fechamento|chiusura|afsluiting",
];

const RANKS = new Map<string, number>();
LADDER.forEach((words, index) => {
  for (const word of words.split("|")) RANKS.set(foldTight(word), index + 1);
});

/**
 * How far along the ladder of well-known stage words a stage stands, from 1; null for an unknown word. A number
 * in front and further words behind do not count.
 * @example ladderRankOf("Proposal") === ladderRankOf("3. Angebot") // => true
 * @example ladderRankOf("Purgatory") // => null
 */
export function ladderRankOf(stage: string): number | null {
  const words = foldWords(stage).replace(/^\d+ /, "");
  const whole = RANKS.get(words.replace(/ /g, ""));
  if (whole !== undefined) return whole;
  const ranks = words.split(" ").map((word) => RANKS.get(word) ?? 0);
  const known = ranks.filter((rank) => rank > 0);
  return known.length > 0 && known.every((rank) => rank === known[0]) ? (known[0] ?? null) : null;
}

/**
 * Whether a whole name is a well-known stage word.
 * @example isKnownStage("Negotiation") // => true
 */
export function isKnownStage(name: string): boolean {
  return RANKS.has(foldTight(name));
}

import { foldWords } from "./fold.ts";

/** Stems of words for a recommendation by somebody who knows you, folded, in the languages Pipecast reads. */
const STEMS = [
  "referral",
  "referred",
  "recommend",
  "word of mouth",
  "empfehlung",
  "empfohlen",
  "mundpropaganda",
  "recommandation",
  "recommande",
  "bouche a oreille",
  "recomendacion",
  "recomendado",
  "boca a boca",
  "referido",
  "indicacao",
  "indicado",
  "recomendacao",
  "raccomandazione",
  "passaparola",
  "segnalazione",
  "doorverwijzing",
  "aanbeveling",
  "mond tot mond",
  "紹介",
  "转介绍",
  "推荐",
] as const;

/**
 * Whether a source of deals means that somebody recommended you.
 * @example isReferral("Customer referral") // => true
 * @example isReferral("Website") // => false
 */
export function isReferral(source: string): boolean {
  const text = foldWords(source);
  return STEMS.some((stem) => text.includes(stem));
}

import { chinese } from "./chinese.ts";
import { dutch } from "./dutch.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import type { HeaderWords } from "./header-words.ts";
import { italian } from "./italian.ts";
import { japanese } from "./japanese.ts";
import { portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";

/** The header words of every language that Pipecast reads. */
export const allLanguages: readonly HeaderWords[] = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  japanese,
  chinese,
];

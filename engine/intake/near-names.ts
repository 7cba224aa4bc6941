/** A name with how often it is found; `key` is what is compared, its words with one space between. */
export interface CountedName {
  readonly key: string;
  readonly count: number;
  /** A well-known word, or one that a person listed: never a slip of a name that is neither. */
  readonly isKnown: boolean;
}

const SHORTEST_WORD = 4;
/** In shorter words one letter makes another word easily: there the slip must be the rarer of the two. */
const LONG_WORD = 6;
const MOST_SLIPS_SHARE = 0.5;
const LONGEST_KEY = 40;

/**
 * For each name that is a slip of a known or commoner one, differing by one letter (one more, one less, another,
 * or two swapped), the key of that one. Names with digits and very short words are left alone: `Phase A` is not
 * `Phase B`. Takes O(total letters), not O(names²): names meet by what is left when one letter is taken away.
 * @param mayMerge whether a name may stand for another.
 */
export function slipsOf(
  names: readonly CountedName[],
  mayMerge: (slip: string, name: string) => boolean,
): ReadonlyMap<string, string> {
  const sorted = names
    .filter(({ key }) => key.length <= LONGEST_KEY && !/\d/.test(key))
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown) || b.count - a.count || (a.key < b.key ? -1 : 1));
  const commonest = new Map<string, CountedName>();
  const slips = new Map<string, string>();
  for (const name of sorted) {
    const near = findNear(name, commonest, mayMerge);
    if (near) {
      slips.set(name.key, near);
      continue;
    }
    for (const rest of restsOf(name.key)) if (!commonest.has(rest)) commonest.set(rest, name);
  }
  return slips;
}

function findNear(
  slip: CountedName,
  commonest: ReadonlyMap<string, CountedName>,
  mayMerge: (slip: string, name: string) => boolean,
): string | null {
  for (const rest of restsOf(slip.key)) {
    const name = commonest.get(rest);
    if (!name) continue;
    const isRarer = (name.isKnown && !slip.isKnown) || slip.count <= name.count * MOST_SLIPS_SHARE;
    const shortest = isRarer ? SHORTEST_WORD : LONG_WORD;
    if (isOneLetterApart(slip.key, name.key, shortest) && mayMerge(slip.key, name.key)) return name.key;
  }
  return null;
}

/** The name itself, and what is left of it when one letter is taken away. */
function restsOf(key: string): readonly string[] {
  const letters = [...key];
  return [key, ...letters.map((_, i) => letters.slice(0, i).join("") + letters.slice(i + 1).join(""))];
}

/**
 * Whether two names differ by one letter, in a word of `shortest` letters or more.
 * @example isOneLetterApart("negotiation", "negociation", 4) // => true
 * @example isOneLetterApart("qualifiaction", "qualification", 4) // => true
 * @example isOneLetterApart("phase a", "phase b", 4) // => false
 */
export function isOneLetterApart(a: string, b: string, shortest: number): boolean {
  const [x, y] = [[...a], [...b]];
  if (Math.abs(x.length - y.length) > 1) return false;
  let start = 0;
  while (start < x.length && start < y.length && x[start] === y[start]) start++;
  let [i, j] = [x.length, y.length];
  while (i > start && j > start && x[i - 1] === y[j - 1]) {
    i--;
    j--;
  }
  const [left, right] = [i - start, j - start];
  const isSwap = left === 2 && right === 2 && x[start] === y[start + 1] && x[start + 1] === y[start];
  if (!isSwap && (left > 1 || right > 1 || left + right === 0)) return false;
  return wordLengthAt(x, start) >= shortest && wordLengthAt(y, start) >= shortest;
}

function wordLengthAt(letters: readonly string[], place: number): number {
  let [from, to] = [Math.min(place, letters.length - 1), Math.min(place, letters.length)];
  if (letters[from] === " ") from--;
  while (from > 0 && letters[from - 1] !== " ") from--;
  while (to < letters.length && letters[to] !== " ") to++;
  return to - from;
}

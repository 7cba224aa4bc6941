/** Where the two halves of a data bar name each other; no text of the user's stands in these places. */
const BAR_ID = /(<x14:id>|<x14:cfRule type="dataBar" id=")\{([0-9A-F-]{36})\}/g;

/** A sheet's XML with the random ids of its data bars replaced by counted ones, so that a report repeats byte for byte. */
export function withFixedIds(sheetXml: string): string {
  const numbers = new Map<string, number>();
  return sheetXml.replace(BAR_ID, (_match, before: string, id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `${before}{00000000-0000-4000-8000-${String(number).padStart(12, "0")}}`;
  });
}

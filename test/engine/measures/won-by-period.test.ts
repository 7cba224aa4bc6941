import { expect, test } from "vitest";
import { wonByPeriod } from "../../../engine/measures/won-by-period.ts";
import { day, pipelineOf } from "../../helpers/records-of.ts";

const [JANUARY, MARCH, APRIL] = [day("2026-01-10"), day("2026-03-05"), day("2026-04-10")];
const DEALS = `
  D1 | won - ${MARCH} | ${JANUARY} | A ${JANUARY}
  D2 | won - ${MARCH + 1} | ${JANUARY} | A ${JANUARY}
  D3 | lost - ${MARCH} | ${JANUARY} | A ${JANUARY}
  D4 | open | ${JANUARY} | A ${JANUARY}
  D5 | won - ${APRIL} | ${JANUARY} | A ${JANUARY}`;

function months(asOfDay: number, most: number) {
  return wonByPeriod(pipelineOf(DEALS, asOfDay), "month", most).map(
    ({ period, deals }) => `${period.label} ${deals}`,
  );
}

test("whole months before the day, from the first deal's on; the running month is not among them", () => {
  expect(months(day("2026-04-20"), 12)).toEqual(["2026-01 0", "2026-02 0", "2026-03 2"]);
});

test("on the last day of a month that month is whole", () => {
  expect(months(day("2026-04-30"), 2)).toEqual(["2026-03 2", "2026-04 1"]);
});

test("a win after the day is not known yet", () => {
  expect(months(MARCH, 12)).toEqual(["2026-01 0", "2026-02 0"]);
});

import { expect, test } from "vitest";
import type { Analysis } from "../../../engine/analysis.ts";
import { type Figure, missing } from "../../../engine/basics/figure.ts";
import { groupedMissingNotes, missingBottleneckFigures } from "../../../engine/report/missing-figures.ts";
import { eventualNotes } from "../../../engine/report/sheets/notes.ts";
import { afterWinSentences } from "../../../engine/report/wording/after-win.ts";
import { targetText } from "../../../engine/report/wording/targets.ts";
import { adviceFixture } from "../../helpers/advice-fixture.ts";
import { FIXTURE } from "../../helpers/analysis-fixture.ts";

test("a kind of bottleneck that too few deals tell of says so", () => {
  const analysis: Analysis = { ...FIXTURE, bottlenecks: [], quietKinds: [{ kind: "leaky", n: 4 }] };
  expect(groupedMissingNotes(missingBottleneckFigures(analysis))).toEqual([
    "A leaky stage: 4 deals would tell, and it takes ten.",
  ]);
});

test("eventual figures with over 5 % undecided are called as seen so far; left-out wins are counted", () => {
  const stages = FIXTURE.stages.map((stage, i) => ({
    ...stage,
    undecided: { conversion: i === 1 ? 0.051 : 0.05, win: missing("none-decided", 3) },
  }));
  expect(eventualNotes({ ...FIXTURE, stages, wonLeftOut: 40 })).toEqual([
    "Eventual conversion of Proposal is as seen so far: over 5 % of deals were still undecided after the longest wait seen.",
    expect.stringMatching(/^40 won deals without stage history left out/),
  ]);
});

test("the n behind a win rate of referred deals is closed deals, not won ones", () => {
  // Of the fixture's 6 referred deals 4 are won and 2 lost: 67 %.
  const referrals = afterWinSentences(adviceFixture()).find(({ topic }) => topic === "referrals");
  expect(referrals?.text).toMatch(/^Referred deals: 67 % won \(\d+–\d+ %; 6 closed\)/);
});

test("past periods that won nothing are told, not dropped", () => {
  const [target] = adviceFixture().targets;
  if (!target) throw new Error("no target");
  const text = (median: Figure<number>, upper: Figure<number>): string =>
    targetText(
      { ...target, past: { n: 8, lower: 2, median, upper, yieldShare: 0.3 } },
      { currency: "EUR", targetChances: new Map() },
    );
  expect(text(2.5, 4)).toContain("of 8 past quarters open deals were 2.5 times (2.0–4.0) what was won");
  expect(text(2.5, missing("none-won", 8))).toContain("2.5 times (from 2.0; in some nothing was won)");
  expect(text(missing("none-won", 8), missing("none-won", 8))).toContain(
    "In half of 8 past quarters or more nothing was won by the end of what was open at this point.",
  );
});

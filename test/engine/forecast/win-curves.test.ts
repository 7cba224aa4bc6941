import { describe, expect, test } from "vitest";
import { leadCurves, openWinCurve, winCurves } from "../../../engine/forecast/win-curves.ts";
import { expectClose } from "../stats/close.ts";

// Two stages; the n-th entry is the chance to leave on the n-th day after entry, none on the day itself.
const f1 = [0, 0.1, 0.2, 0.15, 0.1, 0.05, 0.03, 0.02, 0.01];
const l1 = [0, 0.05, 0.05, 0.05, 0.04, 0.03, 0.02, 0.02, 0.02];
const f2 = [0, 0.2, 0.2, 0.1, 0.08, 0.05, 0.04, 0.03, 0.02];
const l2 = [0, 0.03, 0.04, 0.05, 0.04, 0.03, 0.02, 0.02, 0.01];
const stage = (progress: number[], lost: number[]) => ({
  progress: Float64Array.from(progress),
  lost: Float64Array.from(lost),
  back: new Float64Array(9),
});
const stages = [stage(f1, l1), stage(f2, l2)];
// Stage 1 leads to stage 2, stage 2 to the win.
const leads = { progress: Float64Array.of(0, 1, 0, 0, 0, 1), back: new Float64Array(4) };

describe("win curves of two stages", () => {
  const [first, second] = winCurves(stages, leads, 9);

  // G2 = cumsum(f2); G1(h) = Σ f1(u) G2(h − u)
  test("are the convolution, worked by hand", () => {
    expectClose((second ?? new Float64Array(0)).slice(1), [0.2, 0.4, 0.5, 0.58, 0.63, 0.67, 0.7, 0.72]);
    expectClose((first ?? new Float64Array(0)).slice(1), [0, 0.02, 0.08, 0.16, 0.238, 0.304, 0.356, 0.3975]);
  });

  // S1(2) = 1 − (.1 + .2 + .05 + .05) = .6; G1 given age 2 divides what is left by it
  test("given an age are what is left, over the chance to be still there", () => {
    const after = leadCurves([first ?? new Float64Array(0), second ?? new Float64Array(0)], leads, 0, 9);
    const stay = stages[0] ?? stage([], []);
    expectClose(
      openWinCurve(stay, after, 2, [1, 2, 3, 4, 5, 6]),
      [0, 0.05, 0.133333333333333, 0.208333333333333, 0.271666666666667, 0.3225],
    );
  });

  test("never fall, and stay within 0 and 1", () => {
    for (const curve of [first, second]) {
      curve?.forEach((chance, day) => {
        expect(chance).toBeGreaterThanOrEqual(day > 0 ? (curve[day - 1] ?? 0) : 0);
        expect(chance).toBeLessThanOrEqual(1);
      });
    }
  });
});

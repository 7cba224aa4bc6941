import { describe, expect, test } from "vitest";
import { remind } from "../../../engine/remind.ts";
import { fillTemplate } from "../../../engine/report/followups/fill-template.ts";
import { adviceFixture } from "../../helpers/advice-fixture.ts";
import { gridOf } from "../../helpers/grid-of.ts";

const ANALYSIS = adviceFixture();
const withEmail = {
  ...ANALYSIS,
  workList: ANALYSIS.workList.map((open) => {
    return { ...open, deal: { ...open.deal, email: "buyer@example.org", account: "{owner} & Co" } };
  }),
};

function remindWith(table: string) {
  return remind([gridOf("Pipecast Templates", table)], withEmail, () => false, null);
}

describe("templates", () => {
  test("a field's own braces are text, not another field", () => {
    const fields = new Map([
      ["deal", "{owner}"],
      ["owner", "Ada"],
    ]);
    expect(fillTemplate("{deal} by { Owner }", fields)).toEqual({ text: "{owner} by Ada" });
  });

  test("the stage's own template is taken, in any case and accents", () => {
    const { drafts } = remindWith(
      "| Template | Subject | Text |\n| PROPOSAL | Offer for {customer} | {amount}, {stage} |",
    );
    expect(drafts).toMatchObject([{ subject: "Offer for {owner} & Co", text: "€68,200, Proposal" }]);
  });

  test("a field that nothing fills is named with its template's cell, once, and with what there is instead", () => {
    const { drafts, faults } = remindWith("| Template | Subject | Text |\n| Proposal | Dear {boss} | x |");
    expect(drafts).toEqual([]);
    expect(faults).toEqual([
      expect.stringMatching(/^The template "Proposal" in Pipecast Templates!A2 names \{boss\}.*\{customer\}/),
    ]);
  });

  test("a deal without a name is its id, with its customer where the customer does not read it", () => {
    const workList = withEmail.workList.map((open) => ({
      ...open,
      deal: { ...open.deal, name: "", account: "Buyer" },
    }));
    const table =
      "| Template | Subject | Text |\n| Proposal | On {deal} | {stage} |\n| Reminder | Hello | {deals} |";
    const grids = [gridOf("Pipecast Templates", table)];
    const { drafts, reminders } = remind(grids, { ...withEmail, workList }, () => false, null);
    expect(drafts).toMatchObject([{ subject: "On O-1" }]);
    expect(reminders[0]?.text).toMatch(/^- O-1 Buyer, Proposal/);
  });

  test("the reminder may be worded anew", () => {
    const { reminders } = remindWith(
      "| Template | Subject | Text |\n| Reminder | For {owner} | {count}: {deals} |",
    );
    expect(reminders).toMatchObject([{ name: "Ada", subject: "For Ada" }]);
    expect(reminders[0]?.text).toMatch(
      /^1 deal: - New office, Proposal, €68,200 \(Deals!A32\): 90 days in its stage;/,
    );
  });

  test("a reminder leaves out what its owner was reminded of within the days that the person chose", () => {
    const asked: unknown[] = [];
    const isSettled = (owner: string, deal: { readonly id: string }, days: number): boolean => {
      asked.push([owner, deal.id, days]);
      return true;
    };
    const { reminders, tasks } = remind([], withEmail, isSettled, 3);
    expect(asked).toEqual([["Ada", "O-1", 3]]);
    expect(reminders).toEqual([]);
    expect(tasks).toHaveLength(1);
  });
});

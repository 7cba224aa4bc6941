import { describe, expect, it } from "vitest";
import { isReminderDay, remindersOf } from "../../apps-script/server/reminders.ts";
import { simulatorOf, typedDocument } from "./book.ts";

const SHEETS = {
  Deals: `
Deal ID | Deal name | Owner | Stage | Amount | Create date | Status | Close date
D1 | One | Ada | Proposal | 1000 | 2026-01-05 | Open |
D2 | Two | Ada | Proposal | 2000 | 2026-01-06 | Won | 2026-03-01
`,
};

interface View {
  readonly health: {
    readonly lastRun: { by: string; ok: boolean; message: string };
    readonly lostTriggers: string[];
  };
}

function viewOf(answer: unknown): View {
  return (answer as { value: View }).value;
}

describe("the menu", () => {
  it("is built without authorisation and does nothing else then", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    const run = simulator.person.open("open-without-authorisation");
    expect(run.error).toBeNull();
    const items = simulator.world.screen.menus[0]?.items.map(({ caption }) => caption);
    expect(items).toEqual([
      "Open sidebar",
      "Refresh forecast",
      "Set up this spreadsheet…",
      "Record stage changes (on/off)",
      "E-mail reminders (on/off)",
      "Help",
    ]);
  });

  it("names functions that are there, each of which ends well", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.person.open();
    for (const { functionName } of simulator.world.screen.menus[0]?.items ?? [])
      expect(simulator.run(functionName).error, functionName).toBeNull();
    expect(simulator.world.screen.sidebar?.title).toBe("Pipecast");
  });
});

describe("the daily refresh", () => {
  it("works from a time trigger, without a window, and notes its run", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.fromSidebar("switchDailyRefresh", true);
    expect(simulator.fireTimeTriggers().map(({ error }) => error)).toEqual([null]);
    expect(simulator.person.values("Pipecast Overview")[0]?.[0]).toBe("Pipeline overview");
    expect(viewOf(simulator.fromSidebar("loadSidebar")).health.lastRun).toMatchObject({
      by: "timer",
      ok: true,
    });
  });

  it("notes in plain words why a run failed", async () => {
    const simulator = await simulatorOf(typedDocument({ Empty: "nothing | here" }));
    simulator.fromSidebar("switchDailyRefresh", true);
    simulator.fireTimeTriggers();
    const { lastRun } = viewOf(simulator.fromSidebar("loadSidebar")).health;
    expect(lastRun).toMatchObject({ by: "timer", ok: false });
    expect(lastRun.message).toMatch(/No sheet has a header row/);
  });

  it("says so where no spreadsheet is open", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS), { bound: false });
    expect(simulator.run("timedRefresh", [], { entry: "time-trigger" }).error?.message).toMatch(
      /no open spreadsheet/,
    );
  });

  it("has one trigger however often it is switched on, and tells when Google dropped it", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.fromSidebar("switchDailyRefresh", true);
    simulator.fromSidebar("switchDailyRefresh", true);
    expect(simulator.world.triggers).toHaveLength(1);
    simulator.world.triggers = [];
    expect(viewOf(simulator.fromSidebar("loadSidebar")).health.lostTriggers).toEqual(["timedRefresh"]);
    simulator.fromSidebar("switchDailyRefresh", true);
    expect(viewOf(simulator.fromSidebar("loadSidebar")).health.lostTriggers).toEqual([]);
  });
});

describe("reminders", () => {
  const deal = (name: string, owner: string, flags: readonly string[]) => ({
    id: name,
    name,
    owner,
    stage: "Proposal",
    amount: 100,
    daysInStage: 40,
    winProbability: 0.4,
    flags,
    why: ["40 days in Proposal"],
    where: "Deals!A2",
  });

  it("go to owners, at their own address, about flagged deals only", () => {
    const deals = [
      deal("One", "Ada", ["stalled"]),
      deal("Two", "ada", ["no-next-step"]),
      deal("Three", "bo@example.com", ["stalled"]),
      deal("Four", "Cy", ["stalled"]),
      deal("Five", "Ada", []),
    ];
    const reminders = remindersOf(deals, new Map([["ada", "ada@example.com"]]), "the sheet");
    expect(reminders.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      "ada@example.com: Pipecast: 2 deals need you",
      "bo@example.com: Pipecast: 1 deal needs you",
    ]);
    expect(reminders[0]?.body).toBe(
      "- One (Proposal): 40 days in Proposal\n- Two (Proposal): 40 days in Proposal\n\nthe sheet",
    );
  });

  it("are off until switched on, and off again at once", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.person.open();
    expect(simulator.world.triggers).toEqual([]);
    simulator.run("toggleReminders");
    expect(simulator.world.triggers.map(({ handler }) => handler)).toEqual(["timedReminders"]);
    simulator.run("toggleReminders");
    expect(simulator.world.triggers).toEqual([]);
  });

  it("read nothing and send nothing where nobody has opened the spreadsheet for two weeks", async () => {
    const simulator = await simulatorOf(typedDocument(SHEETS));
    simulator.person.open();
    simulator.run("toggleReminders");
    const [fresh] = simulator.fireTimeTriggers();
    expect(fresh?.serviceCalls).toContain("Range.getValues");
    simulator.world.clock.nowMs += 15 * 86_400_000;
    const [forgotten] = simulator.fireTimeTriggers();
    expect(forgotten?.serviceCalls).not.toContain("Range.getValues");
    expect(simulator.world.outbox).toEqual([]);
  });

  it("go out on Mondays only where the settings say weekly", () => {
    // 30 June 2026, day 20634, is a Tuesday; six days later it is Monday.
    expect([20_634, 20_639, 20_640, 20_641].map((day) => isReminderDay("weekly", day))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(isReminderDay("", 20_634)).toBe(true);
  });
});

/** Time triggers by the function they call. */

export const HANDLERS = { dailyRefresh: "timedRefresh", reminders: "timedReminders" } as const;
const MORNING = 6;

/** Makes the trigger where it is missing; more than one of a kind is reduced to one. */
export function setTrigger(handler: string, on: boolean, zone: string): void {
  const there = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);
  const surplus = on ? there.slice(1) : there;
  for (const trigger of surplus) ScriptApp.deleteTrigger(trigger);
  if (on && there.length === 0)
    ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(MORNING).inTimezone(zone).create();
}

/** Handlers that should have a trigger and have none. Google drops triggers without telling. */
export function lostTriggers(wanted: readonly string[]): string[] {
  if (wanted.length === 0) return [];
  const there = new Set(ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()));
  return wanted.filter((handler) => !there.has(handler));
}

/** Time triggers by the function they call. */

export const HANDLERS = { dailyRefresh: "timedRefresh", reminders: "timedReminders" } as const;
export type TimedJob = keyof typeof HANDLERS;
const JOBS = Object.keys(HANDLERS) as TimedJob[];
const MORNING = 6;

/** Makes the trigger where it is missing; more than one of a kind is reduced to one. */
export function setTrigger(handler: string, on: boolean, zone: string): void {
  const there = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);
  const surplus = on ? there.slice(1) : there;
  for (const trigger of surplus) ScriptApp.deleteTrigger(trigger);
  if (on && there.length === 0)
    ScriptApp.newTrigger(handler).timeBased().everyDays(1).atHour(MORNING).inTimezone(zone).create();
}

/** A trigger belongs to the person who made it, and nobody else sees it: so each remembers their own. */
export function noteOwn(job: TimedJob, on: boolean): void {
  PropertiesService.getUserProperties().setProperty(job, on ? "on" : "");
}

/**
 * Handlers of jobs that this person switched on, that are still wanted, and have no trigger. Google drops triggers
 * without telling.
 */
export function lostTriggers(isWanted: (job: TimedJob) => boolean): string[] {
  const wanted = JOBS.filter(isWanted);
  if (wanted.length === 0) return [];
  const own = PropertiesService.getUserProperties().getProperties();
  const there = new Set(ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()));
  return wanted.filter((job) => own[job] === "on" && !there.has(HANDLERS[job])).map((job) => HANDLERS[job]);
}

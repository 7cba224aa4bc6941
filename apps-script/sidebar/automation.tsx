import type { Health } from "../server-api.ts";
import type { Asked } from "./use-pipecast.ts";

export type Switch = "switchRecording" | "switchDailyRefresh" | "switchReminders";

interface Props {
  readonly health: Health;
  /** What the server is busy with. */
  readonly asked: Asked | null;
  readonly busy: boolean;
  readonly onSwitch: (job: Switch, on: boolean) => void;
}

/** What runs by itself, when it last ran, and what to do when it stopped. */
export function Automation({ health, asked, busy, onSwitch }: Props) {
  const { recording, dailyRefresh, reminders, lastRun, lostTriggers } = health;
  const jobs: readonly (readonly [Switch, string, boolean])[] = [
    ["switchRecording", "Record stage changes", recording],
    ["switchDailyRefresh", "Refresh every morning", dailyRefresh],
    ["switchReminders", "E-mail reminders to owners", reminders],
  ];
  return (
    <section aria-labelledby="automation">
      <h2 id="automation">What runs by itself</h2>
      {jobs.map(([job, label, on]) => (
        <p key={job} class="switch">
          <input
            id={job}
            type="checkbox"
            checked={asked?.name === job ? asked.values[0] === true : on}
            disabled={busy}
            onChange={(event) => onSwitch(job, event.currentTarget.checked)}
          />
          <label for={job}>{label}</label>
        </p>
      ))}
      {lostTriggers.includes("timedRefresh") || lostTriggers.includes("timedReminders") ? (
        <p class="problem">
          Google has stopped what you switched on here.{" "}
          <button type="button" disabled={busy} onClick={() => onSwitch(lostSwitch(lostTriggers), true)}>
            Start it again
          </button>
        </p>
      ) : null}
      <p class={lastRun && !lastRun.ok ? "problem" : "gray"}>{lastRunText(lastRun)}</p>
    </section>
  );
}

function lostSwitch(lost: readonly string[]): Switch {
  return lost.includes("timedRefresh") ? "switchDailyRefresh" : "switchReminders";
}

function lastRunText(lastRun: Health["lastRun"]): string {
  if (!lastRun) return "Not refreshed yet.";
  const { at, by, ok, message, seconds } = lastRun;
  return ok
    ? `Last refresh: ${at}, from the ${by}, in ${seconds} s.`
    : `Last refresh failed: ${at}. ${message}`;
}

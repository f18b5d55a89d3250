import { type AlertNews, quietAlert, type Reading } from "#lib/domain/alert.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { type PastOfRule, RuleWatch } from "./rule-watch.ts";
import { stepAlert } from "./step-alert.ts";

/** A time for which a rule would have fired. */
export interface Episode {
  from: Date;
  /** Null if it still fires. */
  until: Date | null;
  /** What was read when it fired. */
  reading: Reading;
}

/** What a rule would have done. */
export interface Preview {
  episodes: Episode[];
  /** What would have been told. */
  told: { kind: AlertNews; at: Date }[];
  looks: number;
  /** Looks without enough data to judge. */
  withoutData: number;
}

/**
 * What a rule would have done, looked at after every hour from `from` on. A window shorter than an hour is looked at as an
 * hour, and percentiles, which sums do not have, as means.
 */
export function previewRule(rule: AlertRule, past: PastOfRule, from: Date): Preview {
  const preview: Preview = { episodes: [], told: [], looks: 0, withoutData: 0 };
  const watch = new RuleWatch(rule, past);
  let alert = quietAlert(from);
  for (let index = 0; index < past.hours.length; index++) {
    const look = watch.look(index, alert.firingSince);
    if (look.at <= from) continue;
    const step = stepAlert({ ...rule, id: "preview" }, alert, look.reading, look.at);
    alert = step.alert;
    preview.looks++;
    if (look.reading.outcome === "no_data") preview.withoutData++;
    if (step.news) preview.told.push({ kind: step.news.kind, at: look.at });
    if (step.turned === "firing")
      preview.episodes.push({ from: look.at, until: null, reading: look.reading });
    if (step.turned !== "resolved") continue;
    watch.restart();
    const last = preview.episodes.at(-1);
    if (last) last.until = look.at;
  }
  return preview;
}

import { z } from "zod";
import { alertStates } from "#lib/domain/alert.ts";
import type { AlertPreview } from "./preview-alert-rule.ts";
import { type AlertView, toAlertView } from "./read-alerts.ts";

const moment = z.iso.datetime();

const number = z.number().nullable();

/** Where a rule stands, as it is answered. */
export const alertSchema = z.object({
  rule_id: z.uuid().describe("The rule's ID."),
  name: z.string(),
  metric: z.string().describe("What the rule watches."),
  scope: z.record(z.string(), z.string()).describe("Which answers. All, if it names no dimension."),
  words: z.string().describe("When the rule fires."),
  enabled: z.boolean(),
  state: z.enum(alertStates),
  since: moment.describe("Since when it is in this state."),
  firing_since: moment.nullable().describe("Since when it fires; null if it does not."),
  muted: z.boolean().describe("Whether a mute window is open now."),
  looked_at: moment.nullable().describe("The last look; null before the first."),
  value: number.describe("What was seen."),
  against: number.describe("What is usual, or the limit."),
  n: z.number(),
  problem_id: z.uuid().nullable().describe("The problem that explains it."),
});

/** A rule as it is answered. */
export const alertRuleReplySchema = alertSchema.extend({
  condition: z.record(z.string(), z.json()).describe("When it fires, as it was sent."),
  window_minutes: z.int().describe("The minutes that it looks back."),
  minimum: z.int().describe("Fewer values than this are no data."),
  no_data: z.enum(["keep", "tell", "fire"]).describe("What is done without data."),
  for_minutes: z.int().describe("How long it must be bad before it fires."),
  resolve_minutes: z.int().describe("How long it must be good again before it is resolved."),
  renotify_minutes: z.int().nullable().describe("How often it is told again while it fires; null for once."),
  mute: z.array(z.record(z.string(), z.json())).describe("When nobody is told."),
  is_default: z.boolean().describe("Whether every project is given this rule."),
  created_by: z.string().describe("Who made it."),
  created_at: moment,
  updated_by: z.string().describe("Who changed it last."),
  updated_at: moment,
});

/** Converts where a rule stands to API JSON. */
export const alertJson = ({
  ruleId,
  rule,
  alert,
  ...view
}: Omit<AlertView, "transitions" | "problem">): z.input<typeof alertSchema> => ({
  ...{ rule_id: ruleId, name: rule.name, metric: rule.metric, words: view.words, enabled: view.enabled },
  scope: Object.fromEntries(Object.entries(rule.scope).filter(([, value]) => value !== undefined)),
  ...{ state: alert.state, since: alert.since.toISOString(), muted: view.isMuted },
  firing_since: alert.firingSince?.toISOString() ?? null,
  looked_at: alert.lookedAt?.toISOString() ?? null,
  ...{ value: alert.value, against: alert.against, n: alert.n, problem_id: alert.problemId },
});

/** Converts a rule to API JSON. */
export const alertRuleJson = (
  stored: Parameters<typeof toAlertView>[0],
  now: Date,
): z.input<typeof alertRuleReplySchema> => {
  const { rule, isDefault, createdBy, createdAt, updatedBy, updatedAt } = stored;
  return {
    ...alertJson(toAlertView(stored, now)),
    ...{ condition: { ...rule.condition }, window_minutes: rule.window_minutes, minimum: rule.minimum },
    ...{ no_data: rule.no_data, for_minutes: rule.for_minutes, resolve_minutes: rule.resolve_minutes },
    renotify_minutes: rule.renotify_minutes,
    mute: JSON.parse(JSON.stringify(rule.mute)),
    ...{ is_default: isDefault, created_by: createdBy, created_at: createdAt.toISOString() },
    ...{ updated_by: updatedBy, updated_at: updatedAt.toISOString() },
  };
};

/** A list of rules as it is answered. */
export const alertRulesReplySchema = z.object({ data: z.array(alertRuleReplySchema) });

/** Which alerts are listed. */
export const alertsQuerySchema = z.strictObject({
  state: z.enum(alertStates).optional().describe("Only rules in this state."),
});

/** A list of alerts as it is answered. */
export const alertsReplySchema = z.object({ data: z.array(alertSchema) });

/** A preview as it is answered. */
export const alertPreviewSchema = z.object({
  from: moment,
  until: moment,
  episodes: z
    .array(
      z.object({ from: moment, until: moment.nullable(), value: number, against: number, n: z.number() }),
    )
    .describe("When it would have fired."),
  told: z.int().describe("How often somebody would have been told."),
  looks: z.int(),
  without_data: z.int().describe("Looks without enough data to judge."),
  days: z.array(z.object({ day: z.iso.date(), value: number, n: z.number() })),
  differences: z.array(z.string()).describe("In what the preview differs from the rule."),
});

/** A preview as it is answered. */
export type PreviewReply = z.output<typeof alertPreviewSchema>;

/** Converts a preview to API JSON. */
export const alertPreviewJson = (preview: AlertPreview): z.input<typeof alertPreviewSchema> => ({
  ...{ from: preview.from.toISOString(), until: preview.until.toISOString() },
  episodes: preview.episodes.map(({ from, until, reading: { value, against, n } }) => ({
    ...{ from: from.toISOString(), until: until?.toISOString() ?? null, value, against, n },
  })),
  ...{ told: preview.told.length, looks: preview.looks, without_data: preview.withoutData },
  ...{ days: preview.days, differences: preview.differences },
});

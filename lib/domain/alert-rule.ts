import { z } from "zod";
import { type AlertMetric, alertMetric, alertMetricSchema } from "./alert-metric.ts";
import { ID_MAX, momentSchema, timeZoneSchema } from "./fields.ts";
import { scopeSchema } from "./scope.ts";

/** Windows in minutes: from five minutes to seven days. */
const [WINDOW_MIN, WINDOW_MAX] = [5, 7 * 24 * 60];

/** The most minutes that a rule waits, and mute windows of a rule. */
const [WAIT_MAX, MUTES_MAX] = [WINDOW_MAX, 20];

const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day like 22:00");

const weeklyMuteSchema = z
  .strictObject({
    type: z.literal("weekly"),
    weekdays: z
      .array(z.int().min(1, "must be 1 (Monday) to 7 (Sunday)").max(7, "must be 1 (Monday) to 7 (Sunday)"))
      .min(1, "must name at least one weekday")
      .describe("Its weekdays, 1 (Monday) to 7 (Sunday)."),
    from: clockSchema,
    to: clockSchema.describe("If it is not after `from`, it is on the day after."),
    tz: timeZoneSchema,
  })
  .describe("A window that recurs every week, in local time.");

const onceMuteSchema = z
  .strictObject({
    type: z.literal("once"),
    from: momentSchema,
    until: momentSchema.describe("When it ends."),
  })
  .refine(({ from, until }) => from < until, { error: "must end after it begins", path: ["until"] });

const muteSchema = z.discriminatedUnion("type", [weeklyMuteSchema, onceMuteSchema]);

/** A time in which a rule tells nobody. */
export type MuteWindow = z.output<typeof muteSchema>;

const amountSchema = z.number().min(-1e12, "is too small").max(1e12, "is too large");

const conditionSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("threshold"),
    op: z.enum(["above", "below"]).describe("On which side of `value` it is bad."),
    value: amountSchema,
    recover: amountSchema
      .optional()
      .describe("It is over when the metric is beyond this. Defaults to a twentieth of the value back."),
  }),
  z.strictObject({
    type: z.literal("change"),
    by: z
      .number()
      .min(0.02, "must be at least 0.02")
      .max(0.5, "must be at most 0.5")
      .describe("How much worse than usual is worth telling, in points: 0.1 is from 80% to 70%."),
  }),
  z.strictObject({ type: z.literal("silence") }),
  z.strictObject({
    type: z.literal("budget"),
    usd: z
      .number()
      .positive("must be more than 0")
      .max(1e9, "is too large")
      .describe("The budget in US dollars."),
    per: z.enum(["day", "month"]).describe("For a day or a month, in UTC."),
    at: z.number().min(0.01).max(2).default(1).describe("The share of it that is told: 0.8 is 80%."),
  }),
]);

/** When a rule fires. */
export type AlertCondition = z.output<typeof conditionSchema>;

/** What a condition needs that a metric is not; null if it can judge the metric. */
function unfit(metric: AlertMetric, type: AlertCondition["type"]): string | null {
  const is = {
    threshold: true,
    change: alertMetric(metric).kind === "share",
    silence: metric === "answers" || metric === "ratings",
    budget: metric === "cost",
  }[type];
  if (is) return null;
  return {
    threshold: "",
    change: "change needs a share, such as positive_rate or check:NAME; use a threshold",
    silence: "silence needs the metric answers or ratings",
    budget: "a budget needs the metric cost",
  }[type];
}

/** A threshold would be over while it fires. */
function isBeyond({ op, value, recover = value }: AlertCondition & { type: "threshold" }): boolean {
  return op === "above" ? recover > value : recover < value;
}

const fields = {
  name: z.string().trim().min(1, "must not be empty").max(ID_MAX, `must have at most ${ID_MAX} characters`),
  metric: alertMetricSchema.describe(
    "What it watches, such as positive_rate, latency_p95, category:NAME or check:NAME.",
  ),
  scope: scopeSchema.default({}).describe("Which answers. All, if it names no dimension."),
  condition: conditionSchema.describe("When it fires."),
  window_minutes: z
    .int()
    .min(WINDOW_MIN, `must be at least ${WINDOW_MIN}`)
    .max(WINDOW_MAX, `must be at most ${WINDOW_MAX}, which are seven days`)
    .default(1_440)
    .describe("The minutes that it looks back."),
  minimum: z.int().min(0).max(1_000_000).default(30).describe("Fewer values than this are no data."),
  no_data: z
    .enum(["keep", "tell", "fire"])
    .default("keep")
    .describe("Without data: keep quiet, tell of it, or take it for bad."),
  for_minutes: z
    .int()
    .min(0)
    .max(WAIT_MAX)
    .default(0)
    .describe("How long it must be bad before it fires; it is pending until then."),
  resolve_minutes: z
    .int()
    .min(0)
    .max(WAIT_MAX)
    .default(60)
    .describe("How long it must be good again before it is resolved."),
  renotify_minutes: z
    .int()
    .min(5)
    .max(43_200)
    .nullable()
    .default(1_440)
    .describe("How often it is told again while it fires; null for once."),
  mute: z
    .array(muteSchema)
    .max(MUTES_MAX, `must have at most ${MUTES_MAX} entries`)
    .default([])
    .describe("When nobody is told."),
};

/** A rule as it is sent and stored. */
export const alertRuleSchema = z.strictObject(fields).superRefine(({ metric, condition }, context) => {
  const message = unfit(metric, condition.type);
  if (message !== null) context.addIssue({ code: "custom", path: ["condition", "type"], message });
  if (condition.type === "threshold" && isBeyond(condition))
    context.addIssue({
      code: "custom",
      path: ["condition", "recover"],
      message: "must be on the good side of value, or it would be over while it fires",
    });
});

/** A rule. */
export type AlertRule = z.output<typeof alertRuleSchema>;

/** A rule as it is sent. */
export type SentAlertRule = z.input<typeof alertRuleSchema>;

/** What is not said of a new rule has a value, and of a change stays as it is. */
const plain = <Inner extends z.ZodType>(field: z.ZodDefault<Inner>): Inner =>
  field.unwrap().describe(field.description ?? "") as Inner;

/** A change of a rule: what is left out stays as it is. */
export const alertRuleChangeSchema = z
  .strictObject({
    name: fields.name,
    metric: fields.metric,
    scope: plain(fields.scope),
    condition: fields.condition,
    window_minutes: plain(fields.window_minutes),
    minimum: plain(fields.minimum),
    no_data: plain(fields.no_data),
    for_minutes: plain(fields.for_minutes),
    resolve_minutes: plain(fields.resolve_minutes),
    renotify_minutes: plain(fields.renotify_minutes),
    mute: plain(fields.mute),
    enabled: z.boolean().describe("False pauses the rule."),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must contain at least one field to change");

/** A change of a rule. */
export type AlertRuleChange = z.output<typeof alertRuleChangeSchema>;

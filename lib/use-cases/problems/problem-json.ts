import { z } from "zod";
import type { Problem, ProblemStep } from "#lib/act/problems/index.ts";
import { fixLinkSchema, problemStates } from "#lib/domain/problem-lifecycle.ts";
import { rate } from "#lib/domain/rate.ts";
import { scopeJson, scopeSchema } from "#lib/domain/scope.ts";
import { countSchema, dateSchema, rateJson, rateSchema } from "#lib/evaluate/metrics/index.ts";
import type { ProblemReading } from "./read-problem.ts";

const moment = z.iso.datetime();
const share = z.number().min(0).max(1);
const stateSchema = z
  .enum(problemStates)
  .describe("`verified`, `regressed` and `faded` follow from the data; the others are people's.");

/** A problem as it is answered. */
export const problemSchema = z
  .object({
    problem_id: z.uuid().describe("The problem's ID."),
    kind: z.enum(["rate", "category"]).describe("Whether thumbs down or a category became more frequent."),
    category: z.string().nullable().describe("The category, if it is about one."),
    against: z
      .enum(["own", "project"])
      .describe("Whether it is worse than its own history, or than the rest of the project."),
    title: z.string().describe("What is worse, in plain words."),
    scope: scopeSchema.describe("Which answers: the narrowest group that explains it. All, if it is empty."),
    state: stateSchema,
    owner: z.string().nullable().describe("Who works on it."),
    link: fixLinkSchema.nullable().describe("What is to fix it."),
    began_at: moment.describe("When it began, by the data."),
    found_at: moment.describe("When it was found."),
    fixed_at: moment.nullable().describe("When what is to fix it was shipped last."),
    verified_at: moment.nullable().describe("When the ratings since the fix were seen to be as usual."),
    snoozed_until: moment.nullable().describe("Until when it is not shown."),
    bad: countSchema.describe("Bad ratings since it began."),
    n: countSchema.describe("Ratings since it began."),
    bad_rate: rateSchema.describe(
      "Share of bad ratings since it began. Its interval allows for users who rate often.",
    ),
    usual_share: share.describe("Share of bad ratings that was usual."),
    usual_n: countSchema.describe("Ratings that the usual share is known from."),
    raters: countSchema.describe("Users who rated these answers in the last two weeks."),
    users_met: countSchema.describe(
      "Users who met these answers in the last two weeks; beyond a hundred an estimate.",
    ),
    worse: z.number().describe("How much larger the share of bad ratings is than usual."),
    harm: z.number().describe("Users who met it times how much worse it is. Problems are ranked by it."),
    updated_at: moment,
  })
  .meta({ id: "FoundProblem", description: "A group of answers that got worse." });

/** A page of problems. */
export const problemListSchema = z.object({
  data: z.array(problemSchema).describe("The most harmful first."),
  next: z.uuid().nullable().describe("Pass as `after` for the next page; null if there is none."),
});

const stepSchema = z.object({
  step: z
    .enum(["found", "start", "link", "stop", "ship", "snooze", "reopen", "seen_worse", "seen_usual", "tick"])
    .describe(
      "What happened: people's steps, or what the data (`seen_worse`, `seen_usual`) or time (`tick`) did.",
    ),
  from: z.enum(problemStates).nullable().describe("The state before; null when it was found."),
  to: z.enum(problemStates).describe("The state from then on."),
  link: fixLinkSchema.nullable().describe("What was to fix it from then on."),
  by: z.string().describe("Who did it."),
  note: z.string().describe("Why."),
  at: moment.describe("When (UTC)."),
});

const hours = z.number().nullable().describe("Hours; null for what did not happen.");

const retrievalSchema = z
  .object({
    mean: z.number().nullable().describe("Mean of each answer's best passage score."),
    answers: countSchema.describe("Answers with scores, at most the newest 300."),
  })
  .describe("Scores of the passages that answers were made from.");

const evidenceSchema = z
  .object({
    categories: z
      .array(
        z.object({
          category: z.string(),
          count: countSchema.describe("Thumbs down with it since the problem began."),
          share: share.describe("Share of the problem's thumbs down with it."),
          others: share.describe("The same of other answers; of answers before, if all answers are worse."),
          lift: z.number().describe("The first share by the second."),
          low: z.number().describe("Lower bound of its 95% interval."),
          high: z.number().describe("Upper bound of its 95% interval."),
        }),
      )
      .describe("Categories that are over-represented: the interval of their lift excludes 1."),
    comments: z
      .array(
        z.object({
          text: z.string(),
          count: countSchema,
          interaction_ids: z.array(z.string()).describe("The answers, newest comment first."),
        }),
      )
      .describe("Recurring comments that came with thumbs down."),
    interaction_ids: z.array(z.string()).describe("The newest answers that were rated badly."),
    edits: z
      .array(
        z.object({
          kind: z.string(),
          count: countSchema,
          share: rateSchema.describe("Share of the corrections."),
        }),
      )
      .nullable()
      .describe("What corrections did to these answers; null if there are too many to count."),
    changes: z
      .array(z.object({ at: moment.describe("When (UTC)."), kind: z.string(), name: z.string() }))
      .describe("Versions and models first used, and labels moved, within three days before it began."),
    mix: z
      .array(
        z.object({
          dimension: z.string().describe("The dimension."),
          value: z.string(),
          before: share.describe("Its share of these answers' ratings before."),
          since: share.describe("Its share since."),
        }),
      )
      .describe("Values whose share of the ratings changed by 15 points or more."),
    retrieval: z
      .object({ since: retrievalSchema, before: retrievalSchema })
      .describe("Scores of retrieved passages, since it began and in the four weeks before."),
  })
  .describe("What speaks for the problem, and may explain it.");

/** A problem with what happened to it and what speaks for it. */
export const problemDetailSchema = z.object({
  problem: problemSchema.describe("The problem."),
  steps: z.array(stepSchema).describe("What happened to it, oldest first."),
  hours_to: z
    .object({ notice: hours, ship: hours, verify: hours })
    .describe(
      "Hours from its beginning until it was found, then until a fix was shipped, then until that was verified.",
    ),
  days: z
    .array(
      z.object({
        date: dateSchema.describe("The day."),
        n: countSchema,
        bad: countSchema.describe("Bad ratings."),
      }),
    )
    .describe("Its ratings by day (UTC), of six weeks at most."),
  evidence: evidenceSchema,
});

const time = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A problem as it is answered. */
export function problemJson(problem: Problem): z.input<typeof problemSchema> {
  const { n, bad, dispersion } = problem;
  return {
    ...{ problem_id: problem.problemId, kind: problem.kind, category: problem.category },
    ...{ against: problem.against, title: problem.title, scope: scopeJson(problem.scope) },
    ...{ state: problem.state, owner: problem.owner, link: problem.link },
    began_at: problem.beganAt.toISOString(),
    found_at: problem.foundAt.toISOString(),
    fixed_at: time(problem.fixedAt),
    verified_at: time(problem.verifiedAt),
    snoozed_until: time(problem.snoozedUntil),
    ...{ bad, n, bad_rate: rateJson(rate(bad / dispersion, n / dispersion)) },
    ...{ usual_share: problem.usual, usual_n: problem.usualOf, raters: problem.raters },
    ...{ users_met: problem.met, worse: problem.worse, harm: problem.harm },
    updated_at: problem.updatedAt.toISOString(),
  };
}

/** A page of problems, of which one more than asked for was read. */
export function problemListJson(
  problems: readonly Problem[],
  limit: number,
): z.input<typeof problemListSchema> {
  const shown = problems.slice(0, limit);
  return {
    data: shown.map(problemJson),
    next: problems.length > limit ? (shown.at(-1)?.problemId ?? null) : null,
  };
}

const stepJson = ({ kind, from, to, link, by, note, at }: ProblemStep): z.input<typeof stepSchema> => ({
  ...{ step: kind, from, to, link, by, note, at: at.toISOString() },
});

/** A problem with its evidence, as it is answered. */
export const problemDetailJson = ({
  problem,
  steps,
  times,
  days,
  evidence,
}: ProblemReading): z.input<typeof problemDetailSchema> => ({
  problem: problemJson(problem),
  steps: steps.map(stepJson),
  hours_to: times,
  days: days.map(({ date, thumbs, bad }) => ({ date, n: thumbs, bad })),
  evidence: {
    categories: evidence.categories,
    comments: evidence.comments.map(({ text, count, interactionIds }) => ({
      ...{ text, count, interaction_ids: interactionIds },
    })),
    interaction_ids: evidence.worst.map(({ interactionId }) => interactionId),
    edits:
      evidence.edits?.map(({ kind, count, share: of }) => ({ kind, count, share: rateJson(of) })) ?? null,
    changes: evidence.changes.map(({ at, kind, name }) => ({ at: at.toISOString(), kind, name })),
    ...{ mix: evidence.mix, retrieval: evidence.retrieval },
  },
});

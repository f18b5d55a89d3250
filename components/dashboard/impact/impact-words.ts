import { formatCount, formatPercent } from "#components/format/numbers.ts";
import { formatPoints } from "#components/format/signed.ts";
import type { BadgeTone } from "#components/ui/badge.tsx";
import type { Improvement, SilentReason } from "#lib/act/impact/index.ts";
import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import type { ImpactClaim } from "#lib/domain/impact-claim.ts";
import { listWords } from "#lib/domain/list-words.ts";

/** How the states of improvements are called. */
export const improvementStateLabels: Readonly<
  Record<Improvement["state"], { words: string; tone: BadgeTone }>
> = {
  draft: { words: "Draft", tone: "neutral" },
  published: { words: "Published", tone: "good" },
  withdrawn: { words: "Withdrawn", tone: "neutral" },
};

/** Why users are told nothing of a published improvement. */
export const silentNotes: Readonly<Record<SilentReason, string>> = {
  problem_back: "Nobody is told: its problem is there again, or not fixed yet.",
  rolled_back: "Nobody is told: its prompt version is not in production any more.",
  rated_worse: "Nobody is told: the answers that it is about are rated worse since.",
};

const unknownNotes: Readonly<Record<NonNullable<ImpactClaim["reason"]>, string>> = {
  too_few: "Too few ratings before or since to compare.",
  other_traffic: "The answers since are too different from those before to compare.",
  other_raters: "A different share of answers is rated than before, so other people may be rating.",
  no_difference: "Ratings do not surely differ from before.",
};

/** What the data say of an improvement, and what users are told of it. */
export function claimWords(claim: ImpactClaim | null): { said: string; told: string } {
  const none = "Users are told what changed, without a number.";
  if (claim === null)
    return { said: "Looked at when it is published, then every hour for four weeks.", told: none };
  const { verdict, reason, figures } = claim;
  if (verdict === "unknown") return { said: reason === null ? "" : unknownNotes[reason], told: none };
  const words = figures
    ? `${formatPercent(figures.before)} good ratings before, ${formatPercent(figures.after)} since, at the same mix of traffic (n = ${formatCount(figures.n)}; difference ${formatPoints(figures.low)} to ${formatPoints(figures.high)} points, 95% interval).`
    : "";
  return { said: words, told: verdict === "better" ? "Users are told this gain." : "Nobody is told." };
}

/** Whose complaints an improvement answers: "German answers"-like lists of its values, or all answers. */
export function aboutWords({ scope, categories }: Pick<Improvement, "scope" | "categories">): string {
  const values = dimensionNames.flatMap((name) =>
    scope[name] === undefined ? [] : [`${dimensions[name].name} ${scope[name]}`],
  );
  const answers = values.length === 0 ? "All answers" : `Answers of ${values.join(", ")}`;
  return categories.length === 0
    ? answers
    : `${answers}, with ${listWords(
        categories.map((name) => `“${name}”`),
        "or",
      )}`;
}

/** What an improvement was drafted from. */
export function sourceWords({ source }: Pick<Improvement, "source">): string {
  if (source.kind === "prompt_version") return `${source.version} of prompt ${source.template}`;
  return source.kind === "problem" ? "A fixed problem" : "By hand";
}

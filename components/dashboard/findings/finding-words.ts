import { formatCount, formatPercent } from "#components/format/numbers.ts";
import { type ReferenceKind, referenceNames } from "#components/format/reference.ts";
import { formatPoints } from "#components/format/signed.ts";
import type { Problem } from "#lib/act/problems/index.ts";
import type { Finding } from "#lib/decide/findings/index.ts";
import type { Scope } from "#lib/domain/scope.ts";

/** What a finding says, and how sure it is. */
export interface FindingWords {
  sentence: string;
  evidence: string;
}

/** A finding in words: "Answers by fern-8b in support-reply are rated 46 points below those by atlas-mini". */
export function findingWords(finding: Finding, reference: ReferenceKind): FindingWords {
  const { own, other, difference, doubtful } = finding;
  const { low, high } = difference;
  const interval = `95% interval ${formatPoints(low)} to ${formatPoints(high)} points`;
  const rates = `${rateWords(own)} positive, against ${rateWords(other)}`;
  const doubt = doubtful ? " · uncertain, because response rates differ" : "";
  return { sentence: sentenceOf(finding, reference), evidence: `${rates} · ${interval}${doubt}` };
}

const rateWords = ({ value, n }: Finding["own"]): string =>
  `${value === null ? "–" : formatPercent(value)} (n = ${formatCount(n)})`;

function sentenceOf({ kind, scope, against, difference }: Finding, reference: ReferenceKind): string {
  const points = Math.abs(difference.value * 100);
  const by = `${points.toFixed(points < 9.95 ? 1 : 0)} points`;
  const [side, moved] = difference.value < 0 ? ["below", "fell"] : ["above", "rose"];
  switch (kind) {
    case "model":
      return `Answers by ${scope.model} in ${scope.feature} are rated ${by} ${side} those by ${against?.model}.`;
    case "prompt_version":
      return `Answers with ${scope.promptTemplate} ${scope.promptVersion} are rated ${by} ${side} those with ${against?.promptVersion}.`;
    case "period":
      return `The positive rate of ${scope.model} in ${scope.feature} ${moved} by ${by} against ${referenceNames[reference]}.`;
  }
}

/** How sure a problem is, and whom it met. */
export function problemEvidence({ category, n, bad, usual, met }: Problem): string {
  const what = category === null ? "thumbs down" : `ratings with “${category}”`;
  const share = n === 0 ? "–" : formatPercent(bad / n);
  const people = `${formatCount(met)} ${met === 1 ? "user" : "users"} affected`;
  return `${share} ${what} (n = ${formatCount(n)}), usually ${formatPercent(usual)} · ${people}`;
}

/** What is shown where there is nothing to tell: how much was looked at. */
export function nothingWords(compared: number | null): string {
  if (compared === null) return "There are too many answers to compare with these filters.";
  if (compared === 0) return "There are too few ratings to compare models, prompt versions or periods yet.";
  const pairs = compared === 1 ? "One pair" : `${formatCount(compared)} pairs`;
  return `${pairs} of models, prompt versions and periods ${compared === 1 ? "was" : "were"} compared, and no difference is beyond chance.`;
}

/** The filters of the list that has exactly these answers. */
export const scopeFilters = ({
  feature,
  model,
  promptTemplate,
  promptVersion,
}: Scope): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      ...{ feature, model, prompt_template: promptTemplate, prompt_version: promptVersion },
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

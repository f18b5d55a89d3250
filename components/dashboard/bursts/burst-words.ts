import { formatCount, formatCountOf, formatMoment } from "#components/format/numbers.ts";
import type { BurstKind } from "#lib/domain/burst.ts";
import type { Burst } from "#lib/observe/bursts/index.ts";

const origins: Record<BurstKind, { one: string; many: string; within: string }> = {
  token: { one: "answer", many: "answers", within: "an hour" },
  address: { one: "network address", many: "network addresses", within: "an hour" },
  agent: { one: "user agent", many: "user agents", within: "an hour" },
  minute: { one: "minute", many: "minutes", within: "a minute" },
};

const titles: Record<BurstKind, string> = {
  token: "on one answer",
  address: "from one network address",
  agent: "from one user agent",
  minute: "within one minute",
};

/** "60 votes from one network address". */
export const burstTitle = ({ kind, votes }: Pick<Burst, "kind" | "votes">): string =>
  `${formatCountOf(votes, "vote")} ${titles[kind]}`;

/** "20 Nov 2026, 14:20 to 20 Nov 2026, 14:39"; one moment where both are the same minute. */
export function burstTime({ beganAt, endedAt }: Pick<Burst, "beganAt" | "endedAt">, tz: string): string {
  const [began, ended] = [formatMoment(beganAt, tz), formatMoment(endedAt, tz)];
  return began === ended ? began : `${began} to ${ended}`;
}

/** Why it was flagged: what was seen, what was expected, and how likely that is by chance. */
export function burstReason(burst: Pick<Burst, "kind" | "votes" | "expected" | "chance" | "groups">): string {
  const { kind, votes, expected, chance, groups } = burst;
  const { one, many, within } = origins[kind];
  const most = formatCount(Math.round(expected));
  const seen = kind === "minute" ? "One minute" : `One ${one}`;
  const brought =
    kind === "minute"
      ? `had ${formatCount(votes)} votes`
      : `had ${formatCount(votes)} votes within ${within}`;
  return `${seen} ${brought}. Expected from this project's history: up to ${most}. ${chanceWords(chance * groups)}, taking all ${formatCount(groups)} ${groups === 1 ? one : many} of that hour into account.`;
}

/** "By chance, this happens less than once in 10¹² hours". */
function chanceWords(chance: number): string {
  const power = chance > 0 ? Math.floor(-Math.log10(chance)) : 300;
  return `By chance, this happens less than once in 10${superscript(power)} hours`;
}

const superscript = (power: number): string =>
  [...String(power)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");

/** What becomes of it now. */
export const burstState = ({ leftOut, dismissedAt }: Pick<Burst, "leftOut" | "dismissedAt">): string => {
  if (dismissedAt) return "Not a burst";
  return leftOut ? "Excluded" : "Included";
};

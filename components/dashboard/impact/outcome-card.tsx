import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCountOf } from "#components/format/numbers.ts";
import { formatPoints } from "#components/format/signed.ts";
import { Card } from "#components/ui/card.tsx";
import type { ImpactOutcome, Reach } from "#lib/act/impact/index.ts";
import { rate } from "#lib/domain/rate.ts";
import { rateDifference } from "#lib/domain/rate-difference.ts";

/** Whom a draft would reach. */
export function ReachCard({ reach }: { reach: Reach }) {
  const facts: [string, string][] = [
    ["Complained", formatCountOf(reach.people, "person", "people")],
    ["Told once they are back", formatCountOf(reach.told, "person", "people")],
    ["Held out", formatCountOf(reach.heldOut, "person", "people")],
    ["Not known, so not told", formatCountOf(reach.unknown, "person", "people")],
  ];
  return (
    <Card title="Whom it reaches" note="By complaints about its answers before it shipped.">
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {facts.map(([term, words]) => (
          <div key={term}>
            <dt className="text-faint text-xs">{term}</dt>
            <dd className="text-ink tabular-nums">{words}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Who was reached, who read it, and whether they give feedback again, against those who are held out. */
export function OutcomeCard({ outcome }: { outcome: ImpactOutcome }) {
  const again = rate(outcome.toldAgain, outcome.told);
  const withoutTelling = rate(outcome.heldOutAgain, outcome.wouldBeTold);
  const figures = [
    ["Reached", rate(outcome.told, outcome.toTell), "people to tell"],
    ["Read", rate(outcome.read, outcome.told), "people told"],
    ["Gave feedback again", again, "people told"],
    ["Gave feedback again, held out", withoutTelling, "people held out"],
  ] as const;
  return (
    <Card
      title="What came of it"
      note="Feedback after somebody was told; of who is held out, after they would have been."
    >
      <dl className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {figures.map(([term, value, of]) => (
          <div key={term} className="min-w-0">
            <dt className="text-faint text-xs">{term}</dt>
            <dd className="mt-0.5 text-ink text-sm">
              <RateValue rate={value} of={of} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-soft text-sm">{differenceWords(rateDifference(again, withoutTelling))}</p>
    </Card>
  );
}

function differenceWords({ value, low, high }: ReturnType<typeof rateDifference>): string {
  if (value === null)
    return "Nobody was told yet, or nobody who is held out came back: there is nothing to compare.";
  const interval = `${formatPoints(low)} to ${formatPoints(high)} points, 95% interval`;
  if (low > 0) return `Who was told gives feedback again more often (${interval}).`;
  if (high < 0) return `Who was told gives feedback again less often (${interval}).`;
  return `Telling makes no sure difference to giving feedback again (${interval}).`;
}

import { Card } from "#components/ui/card.tsx";

/** What the band says and what it does not. */
export function MeaningCard() {
  return (
    <Card title="How to read this">
      <div className="space-y-3 text-soft text-sm">
        <p>
          The positive rate is the share of thumbs up among users who rated. Most users do not rate, and
          unhappy users tend to rate more often. How much more often cannot be measured from ratings; it is an
          assumption. The band shows what the same thumbs would mean if both groups rate equally often, up to
          unhappy users rating five times as often.
        </p>
        <div>
          <h3 className="font-medium text-ink">What it shows</h3>
          <ul className="mt-1 list-disc space-y-1 pl-4">
            <li>how far the true share of good answers may be from the positive rate;</li>
            <li>
              whether a change is real: if the response rate and the way you ask stay the same, the whole band
              moves with quality.
            </li>
          </ul>
        </div>
        <div>
          <h3 className="font-medium text-ink">What it does not show</h3>
          <ul className="mt-1 list-disc space-y-1 pl-4">
            <li>which ratio is true: no value in the band is more likely than another;</li>
            <li>anything about users who never rate and differ from raters in other ways.</li>
          </ul>
        </div>
        <p>
          To learn more, ask a random sample of users to rate and compare their positive rate with this one.
        </p>
      </div>
    </Card>
  );
}

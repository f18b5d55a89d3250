import { Card } from "#components/ui/card.tsx";

/** What the band says and what it does not. */
export function MeaningCard() {
  return (
    <Card title="How to read it">
      <div className="space-y-3 text-soft text-sm">
        <p>
          A positive rate is the share of thumbs-up among those who rated. Most users say nothing, and the
          unhappy tend to speak up more. How much more, ratings cannot tell: it is an assumption. The band
          shows what the same thumbs would mean if both rate equally often, up to the unhappy rating five
          times as often.
        </p>
        <div>
          <h3 className="font-medium text-ink">It does say</h3>
          <ul className="mt-1 list-disc space-y-1 pl-4">
            <li>how far the true share of good answers may lie from the positive rate,</li>
            <li>
              whether a change stands: if the response rate and the way of asking stayed the same, the whole
              band moves with quality.
            </li>
          </ul>
        </div>
        <div>
          <h3 className="font-medium text-ink">It does not say</h3>
          <ul className="mt-1 list-disc space-y-1 pl-4">
            <li>which ratio is true: no figure within the band is more likely than another,</li>
            <li>anything of users who never rate and differ from those who do in other ways.</li>
          </ul>
        </div>
        <p>
          To learn more, ask a random sample of users to rate, and compare their rate with the one that comes
          by itself.
        </p>
      </div>
    </Card>
  );
}

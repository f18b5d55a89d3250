import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { ScrollBox } from "#components/ui/tables/scroll-box.tsx";
import { choicePath } from "./choice-path.ts";

interface FeaturesCardProps {
  features: readonly string[];
  /** The models with the production label, by feature. */
  inUse: ReadonlyMap<string, string>;
  base: string;
}

/** The way from the models to the choice of one for each feature. */
export function FeaturesCard({ features, inUse, base }: FeaturesCardProps) {
  return (
    <Card
      title="Model choice by feature"
      note="What to keep and what to switch, from ratings, corrections, cost and latency together."
      flush
    >
      <ScrollBox label="Features" maxHeight={384}>
        <ul className="divide-y divide-line border-line border-t">
          {features.map((feature) => (
            <li
              key={feature}
              className="flex flex-wrap items-center justify-between gap-x-4 px-4 py-2 text-sm"
            >
              <Link
                href={choicePath(base, feature)}
                className="inline-flex min-h-6 items-center wrap-anywhere font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
              >
                {feature}
              </Link>
              <span className="wrap-anywhere text-faint text-xs">
                {inUse.has(feature) ? `production → ${inUse.get(feature)}` : "no production label"}
              </span>
            </li>
          ))}
        </ul>
      </ScrollBox>
    </Card>
  );
}

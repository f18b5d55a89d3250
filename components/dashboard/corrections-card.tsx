import Link from "next/link";
import type { CorrectionItem } from "#lib/observe/feedback/index";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import type { SearchParams } from "./address.ts";
import { foldKept } from "./fold-kept.ts";
import { keptAddress } from "./kept-address.ts";
import { WordDifference } from "./word-difference.tsx";
import { wordEdits } from "./word-edits.ts";
import { categoryWords, countOf, momentWords, percentWords } from "./words.ts";

/** Characters of unchanged text that stay beside each change. */
const AROUND = 80;

interface CorrectionsCardProps {
  items: readonly CorrectionItem[];
  tz: string;
  base: string;
  search: SearchParams;
}

/** The newest corrections, each as the difference from its answer. */
export function CorrectionsCard({ items, tz, base, search }: CorrectionsCardProps) {
  return (
    <Card
      title="Newest corrections"
      note="Struck through was taken out, underlined was put in"
      actions={
        <ButtonLink href={keptAddress(`${base}/interactions`, search, { rating: "correction" })}>
          All corrected answers
        </ButtonLink>
      }
      flush
    >
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">Nobody corrected an answer in this period.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {items.map((item) => (
            <li key={item.feedbackId} className="px-4 py-3">
              <Head item={item} base={base} tz={tz} />
              <Difference item={item} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Head({ item, base, tz }: { item: CorrectionItem; base: string; tz: string }) {
  const prompt = [item.promptTemplate, item.promptVersion].filter(Boolean).join(" ");
  return (
    <div className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-faint text-xs">
      <Link
        href={`${base}/interactions/${encodeURIComponent(item.interactionId)}`}
        className="font-medium text-ink text-sm underline-offset-2 hover:underline"
      >
        {item.featureName}
      </Link>
      <span className="wrap-anywhere">{[item.modelName, prompt].filter(Boolean).join(" · ")}</span>
      {item.editKinds.map((kind) => (
        <Badge key={kind}>{categoryWords(kind)}</Badge>
      ))}
      <span className="ml-auto whitespace-nowrap tabular-nums">
        {item.editDistance !== null &&
          item.editKept !== null &&
          `${countOf(item.editDistance, "word")} changed, ${percentWords(item.editKept)} kept · `}
        <time dateTime={item.correctedAt.toISOString()}>{momentWords(item.correctedAt, tz)}</time>
      </span>
    </div>
  );
}

function Difference({ item: { before, after } }: { item: CorrectionItem }) {
  const edits = wordEdits(before, after);
  return (
    <p className="line-clamp-10 whitespace-pre-wrap text-sm leading-relaxed wrap-anywhere">
      {edits ? <WordDifference edits={foldKept(edits, AROUND)} /> : after}
    </p>
  );
}

import { formatCountOf } from "#components/format/numbers.ts";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { BurstNews } from "#lib/observe/bursts/index.ts";

/** That there are bursts which nobody has looked at, and that some are left out; nothing where there is neither. */
export function BurstNotice({ news: { unseen, leftOut }, base }: { news: BurstNews; base: string }) {
  if (unseen === 0 && leftOut === 0) return null;
  return (
    <Notice tone={unseen > 0 ? "warn" : "info"} className="mb-4">
      {unseen > 0 &&
        `${formatCountOf(unseen, "new burst")} detected: more votes from one origin than this project's history explains. `}
      {leftOut > 0 && `Ratings from ${formatCountOf(leftOut, "burst")} are excluded from all metrics. `}
      <Link href={`${base}/bursts`} className="font-medium underline">
        {unseen > 0 ? "Review bursts" : "View bursts"}
      </Link>
    </Notice>
  );
}

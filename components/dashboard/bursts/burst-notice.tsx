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
        `${formatCountOf(unseen, "new burst")} of votes: many at once from one origin, more than this project's history explains. `}
      {leftOut > 0 && `The ratings of ${formatCountOf(leftOut, "burst")} are left out of every figure. `}
      <Link href={`${base}/bursts`} className="font-medium underline">
        {unseen > 0 ? "Review bursts" : "Bursts"}
      </Link>
    </Notice>
  );
}

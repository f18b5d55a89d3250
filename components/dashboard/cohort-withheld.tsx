import { Link } from "../ui/link.tsx";
import { Notice } from "../ui/notice.tsx";
import type { KindWords } from "./cohort-names.ts";
import { countOf } from "./words.ts";

interface CohortWithheldProps {
  count: number;
  words: KindWords;
  /** With fewer thumbs than this a cohort is withheld. */
  least: number;
  base: string;
}

/** How many small cohorts are withheld, why, and where to say how small that is. */
export function CohortWithheld({ count, words, least, base }: CohortWithheldProps) {
  return (
    <Notice>
      {countOf(count, words.one, words.many)} with fewer than {least} thumbs {count === 1 ? "is" : "are"}{" "}
      withheld: in a small group single people could be told apart, and a rate of few is chance. What they
      said counts in the whole.{" "}
      <Link href={`${base}/settings`} className="underline underline-offset-3">
        Change the number
      </Link>
    </Notice>
  );
}

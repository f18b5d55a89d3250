import type { CohortKind } from "#lib/evaluate/metrics/index.ts";
import { SegmentedLinks } from "../ui/segmented-links.tsx";
import type { SearchParams } from "./address.ts";
import { kindWords } from "./cohort-names.ts";
import { keptAddress } from "./kept-address.ts";

interface CohortKindsProps {
  kinds: readonly CohortKind[];
  kind: CohortKind;
  path: string;
  search: SearchParams;
}

/** The choice of what tells answers apart. */
export function CohortKinds({ kinds, kind, path, search }: CohortKindsProps) {
  return (
    <div className="mb-4">
      <SegmentedLinks
        label="Kind of cohort"
        links={kinds.map((each) => ({
          href: keptAddress(path, search, { kind: each }),
          label: kindWords[each].title,
          here: each === kind,
        }))}
      />
    </div>
  );
}

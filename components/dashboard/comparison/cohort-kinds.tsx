import { SegmentedLinks } from "#components/ui/segmented-links.tsx";
import type { CohortKind } from "#lib/domain/dimensions.ts";
import type { SearchParams } from "../url/address.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import { kindLabels } from "./cohort-names.ts";

interface CohortKindsProps {
  kinds: readonly CohortKind[];
  kind: CohortKind;
  path: string;
  search: SearchParams;
}

/** The choice of the kind of cohort. */
export function CohortKinds({ kinds, kind, path, search }: CohortKindsProps) {
  return (
    <div className="mb-4">
      <SegmentedLinks
        label="Kind of cohort"
        links={kinds.map((each) => ({
          href: linkWithFilters(path, search, { kind: each }),
          label: kindLabels[each].title,
          here: each === kind,
        }))}
      />
    </div>
  );
}

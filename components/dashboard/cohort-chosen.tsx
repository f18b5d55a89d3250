import { UsersRound } from "lucide-react";
import type { CohortKind } from "#lib/evaluate/metrics/index";
import { ButtonLink } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { SearchParams } from "./address.ts";
import { kindWords } from "./cohort-names.ts";
import { keptAddress } from "./kept-address.ts";

interface CohortChosenProps {
  /** What the page tells apart: "model". */
  what: string;
  path: string;
  search: SearchParams;
  kind: CohortKind;
}

/** Why a page has nothing to show while a cohort is chosen, and how to see it. */
export function CohortChosen({ what, path, search, kind }: CohortChosenProps) {
  const { one, many } = kindWords[kind];
  return (
    <Card>
      <EmptyState
        icon={UsersRound}
        title={`Not counted by ${what} within one ${one}`}
        actions={
          <ButtonLink href={keptAddress(path, search, { [kind]: "" })} tone="primary">
            Show all {many}
          </ButtonLink>
        }
      >
        Answers are counted by feature, model and prompt, or by feature and {one}, not by both.
      </EmptyState>
    </Card>
  );
}

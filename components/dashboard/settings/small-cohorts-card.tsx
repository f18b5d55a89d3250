import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { NumberSetting } from "./number-setting.tsx";

interface SmallCohortsCardProps {
  projectId: string;
  cohortMinimum: number;
  mayManage: boolean;
}

/** From how many thumbs on a cohort is shown, and for those who may, a way to change it. */
export function SmallCohortsCard({ projectId, cohortMinimum, mayManage }: SmallCohortsCardProps) {
  return (
    <Card
      title="Small cohorts"
      note="A tenant, language or segment with fewer thumbs than this is withheld on the page of cohorts and from the API, as single people could be told by it."
    >
      {mayManage ? (
        <NumberSetting
          name="Small cohorts"
          label="Thumbs at least"
          hint="2 to 1,000"
          min={2}
          max={1_000}
          saved={cohortMinimum}
          url={`/api/projects/${projectId}/cohort-minimum`}
          field="cohort_minimum"
          done="Saved. It holds from now on."
        />
      ) : (
        <p className="text-sm">
          {formatCountOf(cohortMinimum, "thumb")} at least.{" "}
          <span className="text-faint">Owners and admins may change this.</span>
        </p>
      )}
    </Card>
  );
}

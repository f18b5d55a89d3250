import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { NumberSetting } from "./number-setting.tsx";

interface SmallCohortsCardProps {
  projectId: string;
  cohortMinimum: number;
  mayManage: boolean;
}

/** The minimum number of thumbs of a cohort; owners and admins can change it. */
export function SmallCohortsCard({ projectId, cohortMinimum, mayManage }: SmallCohortsCardProps) {
  return (
    <Card
      title="Small cohorts"
      note="A tenant, language or segment with fewer ratings (thumbs up or down) than this is hidden on the Cohorts page and in the API, so that individuals cannot be identified."
    >
      {mayManage ? (
        <NumberSetting
          name="Small cohorts"
          label="Minimum ratings"
          hint="2 to 1,000"
          min={2}
          max={1_000}
          saved={cohortMinimum}
          url={`/api/projects/${projectId}/cohort-minimum`}
          field="cohort_minimum"
          done="Saved. Takes effect immediately."
        />
      ) : (
        <p className="text-sm">
          At least {formatCountOf(cohortMinimum, "rating")}.{" "}
          <span className="text-faint">Only owners and admins can change this.</span>
        </p>
      )}
    </Card>
  );
}

import { formatCount } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import type { SettingValues } from "#lib/platform/projects/number-settings.ts";
import { NumberSetting } from "./number-setting.tsx";

type Quotas = SettingValues<"quotas">;

interface QuotasCardProps {
  projectId: string;
  quotas: Quotas;
  /** The least and the most of each. */
  bounds: Record<keyof Quotas, { min: number; max: number }>;
  mayManage: boolean;
}

const labels: Record<keyof Quotas, string> = {
  answer_events: "Events per answer",
  answer_kilobytes: "kB per answer",
  address_kilobytes: "kB per address and hour",
  day_events: "Events per day",
  day_megabytes: "MB per day",
};

const names = Object.keys(labels) as (keyof Quotas)[];

/** The quotas of publishable keys; owners and admins can change them. */
export function QuotasCard({ projectId, quotas, bounds, mayManage }: QuotasCardProps) {
  return (
    <Card
      title="Quotas"
      note="How much publishable keys can store on one answer, send from one network address per hour, and store in the project per day (UTC). One fifth of the answer and day quotas is reserved for ratings. Anything over a quota is rejected with the reason. Secret keys are not limited."
    >
      {mayManage ? (
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          {names.map((field) => {
            const { min, max } = bounds[field];
            return (
              <NumberSetting
                key={field}
                name={labels[field]}
                label={labels[field]}
                hint={`${formatCount(min)} to ${formatCount(max)}`}
                min={min}
                max={max}
                saved={quotas[field]}
                url={`/api/projects/${projectId}/quotas`}
                field={field}
                done="Saved. Takes effect within a few seconds."
              />
            );
          })}
        </div>
      ) : (
        <p className="text-sm">
          {names.map((field) => `${labels[field]}: ${formatCount(quotas[field])}`).join(" · ")}.{" "}
          <span className="text-faint">Only owners and admins can change this.</span>
        </p>
      )}
    </Card>
  );
}

import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import type { SettingValues } from "#lib/platform/projects/number-settings.ts";
import { NumberSetting } from "./number-setting.tsx";

interface VoterLimitsCardProps {
  projectId: string;
  limits: SettingValues<"voter_limits">;
  mayManage: boolean;
}

/** How many devices may rate an answer without a user or session; owners and admins can change it. */
export function VoterLimitsCard({ projectId, limits, mayManage }: VoterLimitsCardProps) {
  const { voters_per_answer: perAnswer, voters_per_address: perAddress } = limits;
  const common = { min: 1, max: 10_000, hint: "1 to 10,000", url: `/api/projects/${projectId}/voter-limits` };
  const done = "Saved. Takes effect within a few seconds.";
  return (
    <Card
      title="Anonymous raters"
      note="Applies to answers that your server logged without user_id and session_id. Each device counts as one rater, and ratings and annotations from more devices than this are rejected. Raise the first number for answers that many people read."
    >
      {mayManage ? (
        <div className="flex flex-wrap gap-x-8 gap-y-4">
          <NumberSetting
            {...common}
            name="Devices per answer"
            label="Devices per answer"
            saved={perAnswer}
            field="voters_per_answer"
            done={done}
          />
          <NumberSetting
            {...common}
            name="Devices per network address"
            label="Of these, per network address"
            saved={perAddress}
            field="voters_per_address"
            done={done}
          />
        </div>
      ) : (
        <p className="text-sm">
          {formatCountOf(perAnswer, "device")} per answer, {perAddress} of these per network address.{" "}
          <span className="text-faint">Only owners and admins can change this.</span>
        </p>
      )}
    </Card>
  );
}

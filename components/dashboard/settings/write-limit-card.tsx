import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { NumberSetting } from "./number-setting.tsx";

interface WriteLimitCardProps {
  projectId: string;
  writesPerMinute: number;
  mayManage: boolean;
}

/** The write limit of one client; owners and admins can change it. */
export function WriteLimitCard({ projectId, writesPerMinute, mayManage }: WriteLimitCardProps) {
  return (
    <Card
      title="Write limit"
      note="How many writes per minute one client address can send with one publishable key. Each rating or annotation is one write. Signals have a separate limit of the same size, so they never use up the writes for ratings. Secret keys are not limited."
    >
      {mayManage ? (
        <NumberSetting
          name="Write limit"
          label="Writes per minute"
          hint="1 to 100,000"
          min={1}
          max={100_000}
          saved={writesPerMinute}
          url={`/api/projects/${projectId}/write-limit`}
          field="writes_per_minute"
          done="Saved. Takes effect within a few seconds."
        />
      ) : (
        <p className="text-sm">
          {formatCountOf(writesPerMinute, "write")} per minute.{" "}
          <span className="text-faint">Only owners and admins can change this.</span>
        </p>
      )}
    </Card>
  );
}

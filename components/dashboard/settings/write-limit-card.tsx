import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { NumberSetting } from "./number-setting.tsx";

interface WriteLimitCardProps {
  projectId: string;
  writesPerMinute: number;
  mayManage: boolean;
}

/** How much one browser may send, and for those who may, a way to change it. */
export function WriteLimitCard({ projectId, writesPerMinute, mayManage }: WriteLimitCardProps) {
  return (
    <Card
      title="Write limit"
      note="How many writes one client address may send per minute with one publishable key. Each rating or annotation is one write. Signals are counted separately, up to the same number, so that they never use up the writes of ratings. Secret keys have no such limit."
    >
      {mayManage ? (
        <NumberSetting
          name="Write limit"
          label="Writes a minute"
          hint="1 to 100,000"
          min={1}
          max={100_000}
          saved={writesPerMinute}
          url={`/api/projects/${projectId}/write-limit`}
          field="writes_per_minute"
          done="Saved. It holds from now on, everywhere within a few seconds."
        />
      ) : (
        <p className="text-sm">
          {formatCountOf(writesPerMinute, "write")} a minute.{" "}
          <span className="text-faint">Owners and admins may change this.</span>
        </p>
      )}
    </Card>
  );
}

import { Card } from "../ui/card.tsx";
import { countOf } from "./words.ts";
import { WriteLimitForm } from "./write-limit-form.tsx";

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
      note="How many writes one client address may send in a minute with one publishable key. Every rating, annotation or signal is one write. Secret keys have no such limit."
    >
      {mayManage ? (
        <WriteLimitForm projectId={projectId} saved={writesPerMinute} />
      ) : (
        <p className="text-sm">
          {countOf(writesPerMinute, "write")} a minute.{" "}
          <span className="text-faint">Owners and admins may change this.</span>
        </p>
      )}
    </Card>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";

/** Whether bursts are left out of every figure; takes effect as it is switched. */
export function LeaveOutSwitch({ projectId, leaveOut }: { projectId: string; leaveOut: boolean }) {
  const router = useRouter();
  const [on, setOn] = useState(leaveOut);
  const [failed, setFailed] = useState<string | null>(null);
  const change = async (leave_out: boolean) => {
    setOn(leave_out);
    const sent = await sendJson("PUT", `/api/projects/${projectId}/bursts`, { leave_out });
    if (!sent.ok) setOn(!leave_out);
    setFailed(sent.ok ? null : sent.message);
    if (sent.ok) router.refresh();
  };
  return (
    <>
      <Checkbox checked={on} onChange={change}>
        Exclude flagged bursts from all metrics
      </Checkbox>
      {failed && (
        <Notice tone="bad" className="mt-3">
          {failed}
        </Notice>
      )}
    </>
  );
}

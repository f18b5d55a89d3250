"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Confirm } from "../shell/confirm.tsx";

interface AlertActionsProps {
  /** Where the rule is managed. */
  url: string;
  /** The address of the project, "/demo". */
  base: string;
  ruleId: string;
  enabled: boolean;
}

/** Edits, pauses, resumes or deletes a rule. */
export function AlertActions({ url, base, ruleId, enabled }: AlertActionsProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const turn = async () => {
    setBusy(true);
    const sent = await sendJson("PATCH", url, { enabled: !enabled });
    setSaid(sent.ok ? null : sent.message);
    setBusy(false);
    router.refresh();
  };
  const remove = async () => {
    const sent = await sendJson("DELETE", url);
    if (sent.ok) router.push(`${base}/alerts`);
    else setSaid(sent.message);
    setAsking(false);
  };
  return (
    <>
      {said && <Notice tone="bad">{said}</Notice>}
      <ButtonLink href={`${base}/alerts/${ruleId}/edit`}>Edit</ButtonLink>
      <Button busy={busy} onClick={turn}>
        {enabled ? "Pause" : "Resume"}
      </Button>
      <Button tone="danger" onClick={() => setAsking(true)}>
        Delete
      </Button>
      <Confirm
        open={asking}
        title="Delete this rule?"
        action="Delete rule"
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        Its history goes with it, and nobody is told of this any more.
      </Confirm>
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Confirm } from "../shell/confirm.tsx";
import { promptPath } from "./prompt-link.ts";

interface PromptActionsProps {
  template: string;
  /** Address of the prompt's routes. */
  url: string;
  base: string;
  /** Whether only interactions name it, or it is here, or here and archived. */
  state: "logged" | "active" | "archived";
}

/** What can be done with a prompt as a whole. */
export function PromptActions({ template, url, base, state }: PromptActionsProps) {
  if (state === "logged")
    return (
      <ButtonLink href={`${base}/new-prompt?${new URLSearchParams({ template })}`} tone="primary">
        Manage it here
      </ButtonLink>
    );
  return (
    <>
      <Archive template={template} url={`${url}/archive`} archived={state === "archived"} />
      {state === "active" && (
        <ButtonLink href={`${promptPath(base, template)}/edit`} tone="primary">
          New version
        </ButtonLink>
      )}
    </>
  );
}

/** Archives a prompt once the reader confirmed it, or restores it at once. */
function Archive({ template, url, archived }: { template: string; url: string; archived: boolean }) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const send = async () => {
    setBusy(true);
    const sent = await sendJson("POST", url, { archived: !archived });
    setBusy(false);
    setRefused(sent.ok ? null : sent.message);
    if (!sent.ok) return;
    setAsked(false);
    router.refresh();
  };
  const failed = refused && <Notice tone="bad">{refused}</Notice>;
  if (archived)
    return (
      <>
        {failed}
        <Button busy={busy} onClick={send}>
          Restore
        </Button>
      </>
    );
  return (
    <>
      <Button onClick={() => setAsked(true)}>Archive</Button>
      <Confirm
        open={asked}
        title={`Archive “${template}”?`}
        action="Archive"
        onConfirm={send}
        onClose={() => setAsked(false)}
      >
        It is served as before, but gets no new versions, and its labels do not move. You can restore it at
        any time.
        {failed}
      </Confirm>
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Confirm } from "#components/dashboard/shell/confirm.tsx";
import { formatCountOf } from "#components/format/numbers.ts";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";

interface PublishActionsProps {
  url: string;
  state: "draft" | "published" | "withdrawn";
  /** How many people would be told. */
  toTell: number;
}

/** Publishes an improvement, or withdraws it, and says why that is refused. */
export function PublishActions({ url, state, toTell }: PublishActionsProps) {
  const router = useRouter();
  const [asked, setAsked] = useState<"published" | "withdrawn" | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const change = async (to: "published" | "withdrawn") => {
    setRefused(null);
    const answer = await sendJson("PATCH", url, { state: to });
    setAsked(null);
    if (!answer.ok) setRefused(answer.fields.texts ?? answer.message);
    router.refresh();
  };
  const people = formatCountOf(toTell, "person", "people");
  return (
    <>
      {state !== "published" && (
        <Button tone="primary" onClick={() => setAsked("published")}>
          Publish
        </Button>
      )}
      {state !== "withdrawn" && (
        <Button onClick={() => setAsked("withdrawn")}>{state === "draft" ? "Discard" : "Withdraw"}</Button>
      )}
      {refused !== null && (
        <Notice tone="bad" className="w-full">
          {refused}
        </Notice>
      )}
      <Confirm
        open={asked === "published"}
        title="Tell users of this improvement?"
        action="Publish"
        onConfirm={() => change("published")}
        onClose={() => setAsked(null)}
      >
        {people} will see it once, the next time they use your product where its notices are shown.
      </Confirm>
      <Confirm
        open={asked === "withdrawn"}
        title={state === "draft" ? "Discard this draft?" : "Withdraw this improvement?"}
        action={state === "draft" ? "Discard" : "Withdraw"}
        onConfirm={() => change("withdrawn")}
        onClose={() => setAsked(null)}
      >
        {state === "draft"
          ? "No draft of it appears again. You can still publish it later."
          : "Nobody else is told of it. Who was told already is not told otherwise."}
      </Confirm>
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import { type SentDelivery, sentNotice } from "./sent-notice.ts";

/** Sends a notification again and says what came of it. */
export function SendAgain({ url, title }: { url: string; title: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ tone: "good" | "bad"; text: string } | null>(null);
  const send = async () => {
    setBusy(true);
    setSaid(sentNotice(await sendJson<{ data: SentDelivery[] }>("POST", url), "notification"));
    setBusy(false);
    router.refresh();
  };
  return (
    <div className="min-w-0">
      <Button size="small" busy={busy} aria-label={`Send again: ${title}`} onClick={send}>
        Send again
      </Button>
      {said && (
        <Notice tone={said.tone} className="mt-2">
          {said.text}
        </Notice>
      )}
    </div>
  );
}

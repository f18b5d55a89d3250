"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";

interface DismissBurstProps {
  url: string;
  /** Of the burst, for those who hear the button alone. */
  title: string;
  dismissed: boolean;
}

/** Dismisses a burst, or flags it again. */
export function DismissBurst({ url, title, dismissed }: DismissBurstProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const decide = async () => {
    setBusy(true);
    const sent = await sendJson("PUT", url, { dismissed: !dismissed });
    setBusy(false);
    setFailed(sent.ok ? null : sent.message);
    if (sent.ok) router.refresh();
  };
  const label = dismissed ? "Flag again" : "Not a burst";
  return (
    <>
      <Button size="small" busy={busy} aria-label={`${label}: ${title}`} onClick={decide}>
        {label}
      </Button>
      {failed && <Notice tone="bad">{failed}</Notice>}
    </>
  );
}

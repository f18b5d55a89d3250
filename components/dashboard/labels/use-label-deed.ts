"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Sent } from "#components/ui/fields/send-json.ts";
import { labelRefusal } from "./label-refusal.ts";

/** What is done to a label at once, and what came of the last time. */
export interface LabelDeed {
  busy: boolean;
  /** What was done, in words; empty where it was not. */
  done: string;
  /** Why it was not done. */
  failed: string | null;
  /** @param words say what was done, once it is. */
  run(send: () => Promise<Sent<unknown>>, words: string): Promise<void>;
}

/** Does to a label at once what needs no further word, and shows the page anew. */
export function useLabelDeed(): LabelDeed {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState("");
  const [failed, setFailed] = useState<string | null>(null);
  return {
    ...{ busy, done, failed },
    async run(send, words) {
      setBusy(true);
      const sent = await send();
      setBusy(false);
      setFailed(sent.ok ? null : labelRefusal(sent));
      setDone(sent.ok ? words : "");
      if (sent.ok) router.refresh();
    },
  };
}

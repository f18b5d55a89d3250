import { type FormEvent, useState } from "react";
import type { Sent } from "./send-json.ts";

/** Why a route refused what a form sent. */
export type Refused = Extract<Sent<never>, { ok: false }>;

/** What a form needs to send what was entered. */
export interface Submission<T> {
  busy: boolean;
  /** What came of the last time; null before, and after a change. */
  sent: Sent<T> | null;
  refused: Refused | null;
  /** For `onSubmit`. */
  submit(event: FormEvent<HTMLFormElement>): Promise<void>;
  /** What was said no longer holds: something was changed. */
  clear(): void;
}

/**
 * Sends a form once at a time, and keeps what came of it.
 * @param onDone is called with what a route answered when it took the form; where it "leaves" the page, the form stays busy
 *   until the next one is there.
 */
export function useSubmit<T>(
  send: (form: FormData) => Promise<Sent<T>>,
  onDone: (data: T) => unknown = () => {},
): Submission<T> {
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent<T> | null>(null);
  return {
    busy,
    sent,
    refused: sent?.ok === false ? sent : null,
    clear: () => setSent(null),
    async submit(event) {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      setBusy(true);
      setSent(null);
      const answer = await send(form);
      setSent(answer);
      const leaves = answer.ok && onDone(answer.data) === "leaves";
      setBusy(leaves);
    },
  };
}

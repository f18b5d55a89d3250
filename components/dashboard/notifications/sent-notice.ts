import type { Sent } from "#components/ui/fields/send-json.ts";

/** What a route says of a delivery that it sent at once. */
export interface SentDelivery {
  state: string;
  recipient: string;
  last_error: string | null;
}

/** What came of sending something now, in words. */
export function sentNotice(
  sent: Sent<{ data: SentDelivery[] }>,
  what: "test" | "notification",
): { tone: "good" | "bad"; text: string } {
  if (!sent.ok) return { tone: "bad", text: sent.message };
  const missed = sent.data.data.filter(({ state }) => state !== "delivered");
  const capital = what === "test" ? "Test" : "Notification";
  if (missed.length === 0) return { tone: "good", text: `${capital} delivered.` };
  const why = missed.map(({ recipient, last_error }) =>
    [...(recipient === "" ? [] : [`${recipient}:`]), last_error ?? "It is still being sent."].join(" "),
  );
  return { tone: "bad", text: `${capital} not delivered. ${[...new Set(why)].join(" ")}` };
}

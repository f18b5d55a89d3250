import type { ExposureFields } from "../client/event.ts";
import type { ServerClient } from "../client/server-client.ts";

/** How many exposures are remembered; the one that was sent first goes first. The server counts each once anyway. */
const REMEMBERED_MAX = 100_000;

/** Sends each exposure once. One that could not be sent is sent again when it happens again. */
export function exposureSender(
  client: Pick<ServerClient, "sendExposure">,
): (exposure: ExposureFields) => void {
  const sent = new Set<string>();
  return (exposure) => {
    const { experiment, variant, user_id, session_id } = exposure;
    const key = JSON.stringify([experiment, variant, user_id, session_id]);
    if (sent.has(key)) return;
    sent.add(key);
    if (sent.size > REMEMBERED_MAX) sent.delete(sent.keys().next().value ?? "");
    client.sendExposure(exposure).stored.catch(() => sent.delete(key));
  };
}

import { randomUUID } from "node:crypto";
import { edited, hostileTexts } from "../bench-stalls/hostile-texts.ts";

/** Where to send to, and with which secret key. */
export interface Target {
  url: string;
  key: string;
}

/** So many send at once. */
const ATTACKERS = 2;

/** Sends hostile texts as answers and as corrections of them, whatever becomes of it, until `stop`. */
export async function attack({ url, key }: Target, stop: AbortSignal): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const post = (path: string, body: object): Promise<unknown> =>
    fetch(`${url}${path}`, { method: "POST", headers, body: JSON.stringify(body), signal: stop })
      .then((answer) => answer.text())
      // Killed under it, or refused: an attacker goes on.
      .catch(() => {});
  const texts = Object.values(hostileTexts);
  const attacker = async (first: number) => {
    for (let turn = first; !stop.aborted; turn += 1) {
      const text = texts[turn % texts.length] ?? "";
      const interaction_id = randomUUID();
      const answer = { interaction_id, feature_name: "attacked", model_name: "m", input: text };
      await post("/api/interactions", { ...answer, response_text: text });
      const correction = { rating_type: "correction", correction_text: edited(text), user_id: "u" };
      await post("/api/feedback", { interaction_id, ...correction });
    }
  };
  await Promise.all(Array.from({ length: ATTACKERS }, (_, index) => attacker(index)));
}

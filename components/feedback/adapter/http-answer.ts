import { baseOf } from "../client/send-events.ts";
import { timeLimit } from "../client/time-limit.ts";
import { deviceId } from "./device-id.ts";
import type { HttpAdapterOptions } from "./http-options.ts";
import { refusalOfAnswer } from "./http-refusal.ts";
import { refusalOfNoAnswer } from "./refusal.ts";

/**
 * Asks the server, and gives what it says; undefined for a refusal that `isFine`.
 * @throws FeedbackRefused
 */
export async function readAnswer(
  options: HttpAdapterOptions,
  method: "GET" | "DELETE",
  path: string,
  isFine: (response: Response, answer: unknown) => boolean,
): Promise<unknown> {
  const response = await ask(options, method, path);
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  if (isFine(response, answer)) return undefined;
  throw refusalOfAnswer(response, answer, Date.now());
}

async function ask(options: HttpAdapterOptions, method: string, path: string): Promise<Response> {
  const send = options.fetch ?? globalThis.fetch;
  try {
    return await send(baseOf(options.baseUrl) + path, {
      method,
      headers: {
        Authorization: `Bearer ${options.publishableKey}`,
        "X-Feedback-Token": options.feedbackToken,
        "X-Device-Id": options.deviceId ?? deviceId(),
        Accept: "application/json",
      },
      credentials: "omit",
      keepalive: true,
      signal: timeLimit(options.timeoutMs ?? 20_000),
    });
  } catch (cause) {
    throw refusalOfNoAnswer(cause);
  }
}

/** Whether an answer is a problem of Whetstone's, and not the page of something in between. */
export function hasCode(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "code" in answer && typeof answer.code === "string";
}

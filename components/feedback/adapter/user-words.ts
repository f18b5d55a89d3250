import { someRefusals } from "../texts/refusal-words.ts";
import { FeedbackRefused } from "./refusal.ts";

/** What the server tells whoever built the page, told to its users instead; a dictionary's own words come before these. */
const userWords = someRefusals({
  notSetUp: "Feedback is not set up correctly on this page.",
  tooManyVoters: "This response has already been rated on too many devices.",
  tokenExpired: "It is too late to give feedback on this response.",
});

/** The promise, refused in words for users where the server's are not; what the server said is the refusal's `cause`. */
export async function inUserWords<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (thrown) {
    const words = thrown instanceof FeedbackRefused && userWords[thrown.code];
    if (!words) throw thrown;
    const { code, status, retryable, retryAfterSeconds } = thrown;
    throw new FeedbackRefused(
      { code, status, detail: words, retryable, retryAfterSeconds },
      { cause: thrown },
    );
  }
}

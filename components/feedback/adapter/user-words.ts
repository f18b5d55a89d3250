import { someRefusals } from "../texts/refusal-words.ts";
import { asRefusal, FeedbackRefused } from "./refusal.ts";

/** What the server tells whoever built the page, told to its users instead; a dictionary's own words come before these. */
const userWords = someRefusals({
  notSetUp: "Feedback cannot be sent right now.",
  tooManyVoters: "This response has already been rated on too many devices.",
  tokenExpired: "It is too late to give feedback on this response.",
});

const warned = new Set<string>();

/**
 * What `ask` is answered, refused in words for users where the server's are not; what the server said is the refusal's
 * `cause`.
 * @throws FeedbackRefused and nothing else
 */
export async function inUserWords<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (thrown) {
    // What the platform could not do is refused, too: nobody has to tell two kinds of error apart.
    if (!(thrown instanceof FeedbackRefused)) throw asRefusal(thrown);
    warnDeveloper(thrown);
    const words = userWords[thrown.code];
    if (!words) throw thrown;
    const { code, status, retryable, retryAfterSeconds } = thrown;
    throw new FeedbackRefused(
      { code, status, detail: words, retryable, retryAfterSeconds },
      { cause: thrown },
    );
  }
}

/** Says in the console what the server will refuse again, once each: whoever built the page can mend it. */
function warnDeveloper({ code, status, detail, retryable }: FeedbackRefused): void {
  const said = `whetstone: the server refused feedback: ${detail} (${status} ${code})`;
  if (retryable || status === 0 || warned.has(said)) return;
  warned.add(said);
  // biome-ignore lint/suspicious/noConsole: the one way to tell a developer
  console.warn(said);
}

import { englishTexts } from "../texts/texts.ts";
import { FeedbackRefused } from "./adapter.ts";

/** Whatever an adapter threw, as a refusal: a host's adapter may throw errors of its own. */
export function asRefusal(thrown: unknown): FeedbackRefused {
  if (thrown instanceof FeedbackRefused) return thrown;
  return new FeedbackRefused(
    { code: "unexpected", status: 0, detail: englishTexts.refusals.unexpected, retryable: true },
    { cause: thrown },
  );
}

/** Whether the server may have acted although it did not say so: no answer, or one from half-way. */
export function outcomeUnknown(refusal: FeedbackRefused): boolean {
  return refusal.status === 0 || refusal.status >= 500;
}

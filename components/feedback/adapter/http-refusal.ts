import { englishRefusals } from "../texts/english/refusals.ts";
import { FeedbackRefused } from "./refusal.ts";

/** The part of application/problem+json (RFC 9457) that widgets read. */
interface ProblemJson {
  code?: unknown;
  title?: unknown;
  detail?: unknown;
  errors?: unknown;
}

/** The refusal for an error response; `problem` is its body, if it was JSON. */
export function refusalOfAnswer(response: Response, problem: unknown, now: number): FeedbackRefused {
  return refusalOfProblem(response.status, problem, retryAfter(response.headers.get("Retry-After"), now));
}

/** The refusal for a problem, whether of a complete response or of one event in a batch. */
export function refusalOfProblem(
  status: number,
  problem: unknown,
  retryAfterSeconds?: number,
): FeedbackRefused {
  const { code, title, detail, errors }: ProblemJson =
    typeof problem === "object" && problem !== null ? problem : {};
  const words = [detail, title].find((text) => typeof text === "string" && text !== "");
  return new FeedbackRefused({
    code: typeof code === "string" ? code : `http_${status}`,
    status,
    detail: detailWords(typeof words === "string" ? words : englishRefusals.unexpected, errors),
    retryable: status === 408 || status === 429 || status >= 500,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

/** The refusal for a successful response that cannot be read, such as a proxy's page. */
export function refusalOfUnreadable(response: Response): FeedbackRefused {
  // Not the response's own status: it is unknown whether the server stored the rating.
  return new FeedbackRefused(
    {
      code: "unreadable_answer",
      status: 0,
      detail: englishRefusals.unreadable_answer,
      retryable: true,
    },
    { cause: response.status },
  );
}

/** `Retry-After` in seconds: a number of seconds or an HTTP date (RFC 9110, 10.2.3). `now` in milliseconds. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/** The server's message, and a sentence for each invalid field that it does not mention. */
const detailWords = (words: string, errors: unknown): string =>
  [words, ...fieldWords(errors).filter((sentence) => !words.includes(sentence.slice(0, -1)))].join(" ");

/** One sentence for each invalid field. */
function fieldWords(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: { path?: unknown; message?: unknown } | null) =>
    typeof error?.path === "string" && typeof error.message === "string"
      ? [`${error.path}: ${error.message}.`]
      : [],
  );
}

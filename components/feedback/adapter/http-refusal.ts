import { englishRefusals } from "../texts/english/refusals.ts";
import { FeedbackRefused } from "./refusal.ts";

/** The part of application/problem+json (RFC 9457) that a widget reads. */
interface ProblemJson {
  code?: unknown;
  title?: unknown;
  detail?: unknown;
  errors?: unknown;
}

/** The refusal that an answer which is not what we asked for stands for; `problem` is its body, if it was JSON. */
export function refusalOfAnswer(response: Response, problem: unknown, now: number): FeedbackRefused {
  return refusalOfProblem(response.status, problem, retryAfter(response.headers.get("Retry-After"), now));
}

/** The refusal that a problem stands for: a whole answer's, or one event's of a batch. */
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

/** The refusal of an answer that says success but cannot be read, such as a proxy's page. */
export function refusalOfUnreadable(response: Response): FeedbackRefused {
  // Not the answer's own status: whether the server stored the rating is unknown.
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

/** The server's words, and a sentence for each field that it names and has not told of in them. */
const detailWords = (words: string, errors: unknown): string =>
  [words, ...fieldWords(errors).filter((sentence) => !words.includes(sentence.slice(0, -1)))].join(" ");

/** One sentence for each field that the server names. */
function fieldWords(errors: unknown): string[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((error: { path?: unknown; message?: unknown } | null) =>
    typeof error?.path === "string" && typeof error.message === "string"
      ? [`${error.path}: ${error.message}.`]
      : [],
  );
}

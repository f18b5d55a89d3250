/** What came back from a route of ours: its data, or why it was refused in words for the reader. */
export type Sent<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      status: number;
      message: string;
      /** Field errors by the first part of their path… */
      fields: Record<string, string>;
      /** …and by the whole of it: "arms.1.variant". */
      paths: Record<string, string>;
      /** All that the route said, for what a form shows of it beyond the words. */
      problem: unknown;
    };

/**
 * Sends JSON to a route of ours with the reader's session.
 * Never throws: a lost connection is a refusal (status 0) like any other.
 */
export async function sendJson<T>(method: string, url: string, body?: unknown): Promise<Sent<T>> {
  try {
    const response = await fetch(url, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const json: unknown = response.status === 204 ? null : await response.json().catch(() => null);
    return response.ok ? { ok: true, data: json as T } : refusal(response.status, json);
  } catch {
    return {
      ok: false,
      status: 0,
      message: "Could not reach the server. Nothing was changed. Try again.",
      fields: {},
      paths: {},
      problem: null,
    };
  }
}

/** The words of a refusal in problem+json, with the first error of each field. */
export function refusal(status: number, json: unknown): Extract<Sent<never>, { ok: false }> {
  const problem = (typeof json === "object" && json !== null ? json : {}) as {
    title?: unknown;
    detail?: unknown;
    message?: unknown;
    errors?: unknown;
  };
  const fields: Record<string, string> = {};
  const paths: Record<string, string> = {};
  for (const error of Array.isArray(problem.errors) ? problem.errors : []) {
    const { path, message } = error as { path?: unknown; message?: unknown };
    if (typeof path !== "string" || typeof message !== "string") continue;
    const field = path.split(".")[0] ?? "";
    fields[field] ??= sentence(message);
    paths[path] ??= sentence(message);
  }
  const words = [problem.detail, problem.message, problem.title].find(
    (text): text is string => typeof text === "string" && text !== "",
  );
  const named = Object.keys(fields).length > 0;
  const message = named
    ? "Check the highlighted fields."
    : (words ?? `The request failed (status ${status}).`);
  return { ok: false, status, message, fields, paths, problem: json };
}

/** "must not be empty" → "Must not be empty."; other messages that begin in lower case get a subject, but for a place. */
export function sentence(text: string): string {
  const stands = /^(must|line)\b/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  const whole = /^[a-z]/.test(stands) ? `It ${stands}` : stands;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}

/** The answer to a request before it becomes a Response: a server that can write it as it is saves what that costs. */
export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** null: no body. */
  text: string | null;
}

/** An answer as JSON; without a body where it is null. */
export const jsonAnswer = (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  body === null
    ? { status, headers: { ...headers }, text: null }
    : { status, headers: { "content-type": "application/json", ...headers }, text: JSON.stringify(body) };

/** The web-standard form of an answer. */
export const toResponse = ({ status, headers, text }: Answer): Response =>
  new Response(text, { status, headers });

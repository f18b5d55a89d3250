/** The response to a request before it becomes a Response: a server that can write it directly saves that cost. */
export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** null: no body. */
  text: string | null;
}

/** A response as JSON; without a body if it is null. */
export const jsonAnswer = (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  body === null
    ? { status, headers: { ...headers }, text: null }
    : { status, headers: { "content-type": "application/json", ...headers }, text: JSON.stringify(body) };

/** The response as a web-standard Response. */
export const toResponse = ({ status, headers, text }: Answer): Response =>
  new Response(text, { status, headers });

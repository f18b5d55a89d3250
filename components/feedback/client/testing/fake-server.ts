/** A request that the fake server received. */
export interface Received {
  url: string;
  init: RequestInit;
  events: Record<string, unknown>[];
}

/** How the fake server responds to a batch; by default it accepts everything. */
export type Answering = (received: Received) => Response | Promise<Response>;

/**
 * A Whetstone that receives events by `fetch`, without a network; `answer` can be changed between requests.
 */
export function fakeServer(): { fetch: typeof fetch; received: Received[]; answer: Answering } {
  const server = {
    received: [] as Received[],
    answer: ((received) => takenAll(received.events)) as Answering,
    fetch: async (url: string | URL | Request, init: RequestInit = {}) => {
      const { events = [] } = JSON.parse(String(init.body ?? "{}")) as Partial<Received>;
      const received = { url: String(url), init, events };
      server.received.push(received);
      return server.answer(received);
    },
  };
  return server;
}

/** The response to a batch that was accepted entirely. */
export const takenAll = (events: Record<string, unknown>[]): Response =>
  Response.json({ results: events.map(takenOne) }, { status: 201 });

/** The result of an accepted event. */
export const takenOne = (event: Record<string, unknown>) => {
  const created_at = "2026-01-05T10:00:00.000Z";
  const { type, interaction_id } = event;
  if (type === "interaction")
    return { type, status: 201, interaction_id, feedback_token: `token of ${interaction_id}`, created_at };
  return { ...event, status: 201, created_at, message: "Stored." };
};

/** A response as application/problem+json. */
export const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify({ code, detail: `It is ${code}.` }), {
    status,
    headers: { "Content-Type": "application/problem+json", ...headers },
  });

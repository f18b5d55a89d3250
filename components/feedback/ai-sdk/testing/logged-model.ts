import { type LanguageModelMiddleware, simulateReadableStream, wrapLanguageModel } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { createServerClient, type LoggedInteraction } from "../../client/server-client.ts";
import { fakeServer } from "../../client/testing/fake-server.ts";
import { whetstoneMiddleware } from "../middleware.ts";
import type { WhetstoneMiddlewareOptions } from "../open-answer.ts";
import type { StreamPart } from "../sdk-types.ts";

/** A model with the middleware, whose clock advances by `step` milliseconds with each part of a stream. */
export function setUp(options: Partial<WhetstoneMiddlewareOptions> = {}) {
  const server = fakeServer();
  const client = createServerClient({ baseUrl: "https://w.test", secretKey: "sk_test", fetch: server.fetch });
  let time = 5_000;
  const logged: LoggedInteraction[] = [];
  const middleware: LanguageModelMiddleware = whetstoneMiddleware({
    client,
    featureName: "summary",
    now: () => time,
    onLogged: (one) => logged.push(one),
    ...options,
  });
  const stepping = (parts: StreamPart[], step = 100) =>
    simulateReadableStream({
      chunks: parts,
      _internal: {
        delay: async () => {
          time += step;
        },
      },
    });
  return {
    server,
    logged,
    stepping,
    model: (model: ConstructorParameters<typeof MockLanguageModelV4>[0]) =>
      wrapLanguageModel({
        model: new MockLanguageModelV4({ provider: "mock", modelId: "mock-model", ...model }),
        middleware,
      }),
    client,
    /**
     * What the server has of each answer after logging: for each field the latest value, as in the database.
     */
    events: async () => {
      await client.flush();
      const answers = new Map<unknown, Record<string, unknown>>();
      for (const event of server.received.flatMap(({ events }) => events)) {
        const { in_progress: _, ...before } = answers.get(event.interaction_id) ?? {};
        answers.set(event.interaction_id, { ...before, ...event });
      }
      return [...answers.values()];
    },
  };
}

/** The input of the models. */
export const question = {
  instructions: "Be short.",
  prompt: "Summarise: the ferry runs on batteries.",
  temperature: 0.2,
} as const;

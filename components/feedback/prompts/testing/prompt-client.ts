import { createServerClient, type ServerClientOptions } from "../../client/server-client.ts";
import { fakeServer, type Received } from "../../client/testing/fake-server.ts";
import type { PromptFault } from "../prompt.ts";

/** A prompt as the server serves it. */
const served = {
  template: "greet",
  version: "v3",
  label: "production",
  kind: "text",
  text: "Hi {{name}}",
  variables: ["name"],
  model_name: "small",
  model_params: { temperature: 0 },
};
/** The response with that prompt, changed. */
export const answering = (change: object = {}, etag = '"e1"') =>
  Response.json({ ...served, ...change }, { headers: { ETag: etag } });

/** A client that reads prompts from a stand-in for the server. */
export function setUp(options: Partial<ServerClientOptions> = {}) {
  const server = fakeServer();
  server.answer = () => answering();
  const faults: PromptFault[] = [];
  const client = createServerClient({
    baseUrl: "https://whetstone.test/",
    secretKey: "sk_test",
    fetch: server.fetch,
    onPromptFault: (fault) => faults.push(fault),
    ...options,
  });
  const answer = (one: (received: Received) => Response | Promise<Response>) => {
    server.answer = one;
  };
  return { server, client, faults, answer, get: client.getPrompt };
}

import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";

/** A project of a test's own: what others count does not meet it. */
export interface OwnProject {
  slug: string;
  publishableKey: string;
  secretKey: string;
  /** Sends to a path of the API with the project's secret key; nothing of it may be refused. */
  send(path: string, data: object): Promise<APIResponse>;
}

/** Where a project is made, if not by and at the browser's own requests. */
interface Place {
  /** What sends with the secret key, where the owner's session is not to go along. */
  server?: APIRequestContext;
  /** Another app's origin. */
  at?: string;
}

/** Makes a project that nobody else has, named after what it is for. */
export async function ownProject(
  owner: APIRequestContext,
  title: string,
  { server = owner, at = "" }: Place = {},
): Promise<OwnProject> {
  const made = await owner.post(`${at}/api/projects`, { data: { name: `${title} ${crypto.randomUUID()}` } });
  expect(made.ok(), await made.text()).toBe(true);
  const { project_slug: slug, publishable_key: publishableKey, secret_key: secretKey } = await made.json();
  const headers = { authorization: `Bearer ${secretKey}` };
  return {
    ...{ slug, publishableKey, secretKey },
    async send(path, data) {
      const answer = await server.post(at + path, { data, headers });
      // 207 says that a part of a batch was refused.
      expect([200, 201, 202], await answer.text()).toContain(answer.status());
      return answer;
    },
  };
}

import { sessionFile } from "../driving/owner.ts";
import { expect, test } from "./api-test.ts";

test("a category that a page sends is offered, listed by a member, and then counted apart", async ({
  api,
  playwright,
  baseURL,
}) => {
  const name = `late-${crypto.randomUUID()}`;
  const interaction_id = `named-${crypto.randomUUID()}`;
  const feature_name = interaction_id;
  const logged = await api.call("POST", "/api/interactions", {
    key: api.secretKey,
    body: { interaction_id, feature_name, model_name: "m", response_text: "r" },
  });
  const rated = await api.call("POST", "/api/feedback", {
    key: api.publishableKey,
    token: logged.json.feedback_token,
    body: { interaction_id, rating_type: "binary", rating_value: 0, rating_categories: [name] },
  });
  expect(rated.status).toBe(201);
  const named = async () => {
    const { json } = await api.call("GET", `/api/dashboard/categories/${feature_name}`, {
      key: api.secretKey,
    });
    return json.data.map(({ category, down_count }: { category: unknown; down_count: unknown }) => [
      category,
      down_count,
    ]);
  };
  expect(await named()).toEqual([[null, 1]]);
  const offer = await api.call("GET", "/api/categories", { key: api.secretKey });
  expect(offer.json.offered).toContainEqual({ name, ratings: 1 });

  const signedIn = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    storageState: sessionFile(),
  });
  const path = `/api/projects/${api.projectId}/categories/${name}`;
  const listed = await signedIn.put(path, { data: { listed: true } });
  expect(await listed.json()).toEqual({ name, listed: true });
  expect(await named()).toEqual([[name, 1]]);
  const strange = await signedIn.put(path, { data: { listed: "yes" } });
  expect(await strange.json()).toMatchObject({ status: 400, errors: [{ path: "listed" }] });
  await signedIn.dispose();
  expect((await api.call("PUT", path, { key: api.secretKey, body: { listed: false } })).status).toBe(401);
  const dismissed = await api.call("PUT", `/api/categories/${name}`, {
    key: api.secretKey,
    body: { listed: false },
  });
  expect(dismissed.json).toEqual({ name, listed: false });
  expect(await named()).toEqual([[null, 1]]);
});

import { type Api, expect, test } from "./api-test.ts";
import { refusedFor } from "./dashboard-case.ts";

/** Answers of “digest” v1, each corrected by another user in the same way. */
async function plant(api: Api) {
  const events = Array.from({ length: 14 }, (_, index) => {
    const interaction_id = `digest-${index}`;
    return [
      {
        ...{ type: "interaction", interaction_id, feature_name: "digests", model_name: "m" },
        ...{ response_text: "All is well here today. Kind regards, the machine.", input: `Digest ${index}` },
        ...{ prompt_template: "digest", prompt_version: "v1" },
      },
      {
        ...{ type: "feedback", interaction_id, rating_type: "correction", user_id: `u${index}` },
        correction_text: "All is well here today.",
      },
      {
        ...{ type: "feedback", interaction_id, rating_type: "binary", rating_value: 0, user_id: `u${index}` },
        feedback_comment: "# Nobody needs <b>regards</b>.",
      },
    ];
  });
  const sent = await api.call("POST", "/api/events", { key: api.secretKey, body: { events: events.flat() } });
  expect(sent.status).toBe(201);
  await api.call("POST", "/api/interactions", {
    key: api.secretKey,
    body: {
      ...{ feature_name: "digests", model_name: "m", response_text: "Quiet." },
      ...{ prompt_template: "silent", prompt_version: "v1" },
    },
  });
}

test("a report is read as JSON and as Markdown, and refused by name", async ({ api }) => {
  await plant(api);
  const get = (path: string, more: { accept?: string } = {}) =>
    api.call("GET", `/api/reports/${path}`, { key: api.secretKey, ...more });
  const { status, json } = await get("digest");
  expect([status, json]).toMatchObject([
    200,
    {
      ...{ template: "digest", version: "v1", correction_count: 14 },
      edits: { measured: 14, users: 14 },
      recurring_comments: [{ text: "# Nobody needs <b>regards</b>.", count: 14 }],
    },
  ]);
  expect(json.recommendations[0].evidence[0].interaction_ids).toHaveLength(14);
  expect(json.recommendations.map(({ title }: { title: string }) => title)).toContain(
    "Leave out “Kind regards, the machine.”",
  );

  for (const markdown of [
    await get("digest?format=markdown"),
    await get("digest", { accept: "text/markdown" }),
  ]) {
    expect(markdown.headers["content-type"]).toBe("text/markdown; charset=utf-8");
    expect(markdown.json).toMatch(/^# Report of digest v1\n/);
    expect(markdown.json).toContain("14 of 14 comments say “\\# Nobody needs \\<b\\>regards\\</b\\>.”");
  }

  expect((await get("nobody")).json).toMatchObject({ status: 404, code: "not_found" });
  expect((await get("digest?version=v2")).json).toMatchObject({ status: 404, code: "not_found" });
  expect((await get("silent")).json).toMatchObject({ status: 422, code: "no_feedback" });
  expect(refusedFor(await get("digest?format=pdf"))).toEqual([400, "invalid_query", "format"]);
  const withoutKey = await api.call("GET", "/api/reports/digest", { key: api.publishableKey });
  expect(withoutKey.json).toMatchObject({ status: 403, code: "key_kind_not_allowed" });
});

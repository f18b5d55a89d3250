import { expect, test } from "./api-test.ts";

const logged = { feature_name: "search", model_name: "m", response_text: "An answer about parcels" };

test("the list is searched and narrowed down, as soon as something was logged", async ({ api }) => {
  const { secretKey: key } = api;
  const full = { tenant: "acme", session_id: "s-9", user_id: "ada", response_latency_ms: 3_200 };
  const bodies = [
    { ...logged, ...full, interaction_id: "s-1", input: "Where is it?" },
    { ...logged, interaction_id: "s-2", input: "Why so late?" },
  ];
  for (const body of bodies) await api.call("POST", "/api/interactions", { key, body });
  await api.call("POST", "/api/signals", { key, body: { interaction_id: "s-1", signal: "copy" } });
  const ids = async (query: string): Promise<string[]> => {
    const { json } = await api.call("GET", `/api/interactions?feature=search&${query}`, { key });
    return json.data.map((line: { interaction_id: string }) => line.interaction_id).sort();
  };
  expect(await ids("q=parcels")).toEqual(["s-1", "s-2"]);
  expect(await ids("q=parcels%20-late")).toEqual(["s-1"]);
  expect(await ids("q=%22%22%27%3C!")).toEqual(["s-1", "s-2"]);
  for (const query of ["tenant=acme", "session_id=s-9", "user_id=ada", "signal=copy", "slower_than_ms=3000"])
    expect(await ids(query), query).toEqual(["s-1"]);
  expect(await ids("slower_than_ms=10000")).toEqual([]);
  const refused = await api.call("GET", "/api/interactions?slower_than_ms=5", { key });
  expect(refused).toMatchObject({ status: 400, json: { errors: [{ path: "slower_than_ms" }] } });
});

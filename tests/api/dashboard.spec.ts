import { sessionFile } from "../driving/owner.ts";
import { type Api, expect, test } from "./api-test.ts";
import { events, eventsOfToday, FEATURE, MARCH, refusedFor, told } from "./dashboard-case.ts";

const path = (place: string, query = "") => `/api/dashboard/${place}?${MARCH}${query}`;

/** Stores the hand-made case; again is the same, as its answers have ids and ratings replace each other. */
test.beforeAll(async ({ api }) => {
  for (const part of [events, eventsOfToday]) {
    const stored = await api.call("POST", "/api/events", { key: api.secretKey, body: { events: part } });
    expect(stored.status).toBe(201);
  }
});

const read = async (api: Api, address: string) => {
  const { status, json } = await api.call("GET", address, { key: api.secretKey });
  expect(status, `${address}: ${JSON.stringify(json).slice(0, 300)}`).toBe(200);
  return json;
};

test("the overview has the window, the window before, and what changed", async ({ api }) => {
  const { window, current, previous, change } = await read(api, path("overview", `&feature=${FEATURE}`));
  expect(window).toEqual({ from: "2026-03-01", to: "2026-03-31", tz: "UTC" });
  expect(current).toMatchObject({
    interactions: 24,
    rated: 20,
    thumbs_up: 13,
    thumbs_down: 7,
    star_count: 1,
  });
  expect([current.positive_rate, current.response_rate, current.star_mean].map(told)).toEqual([
    [0.65, 20],
    [0.8333, 24],
    [4, 1],
  ]);
  expect(current.positive_rate).toMatchObject({
    // Which of the twenty anonymous raters share a group is chance.
    low: expect.closeTo(0.4329, 2),
    high: expect.closeTo(0.8188, 2),
  });
  expect([current.cost_per_answer_usd, current.tokens_per_answer].map(told)).toEqual([
    [0.01, 24],
    [50, 24],
  ]);
  expect(current.latency_ms).toMatchObject({ p50: expect.any(Number), n: 24 });
  expect(previous.positive_rate).toEqual({
    value: null,
    n: 0,
    low: null,
    high: null,
    reason: "insufficient_data",
    users: null,
  });
  expect(change.positive_rate).toEqual({ value: null, low: null, high: null, reason: "insufficient_data" });
});

test("a trend has every day, the parts of its split, the decayed rate, and what was deployed", async ({
  api,
}) => {
  const days = await read(api, path(`trends/${FEATURE}`, "&split=prompt_version&half_life=8"));
  expect(days.data).toHaveLength(31);
  expect(days.feature).toBe(FEATURE);
  const on = (data: { day: string; positive_rate: { value: number | null; n: number } }[], day: string) =>
    data.filter((each) => each.day === day).map((each) => told(each.positive_rate))[0];
  expect([on(days.data, "2026-03-02"), on(days.data, "2026-03-03")]).toEqual([
    [0.4, 10],
    [null, 0],
  ]);
  expect(days.series.map(({ name }: { name: string }) => name).sort()).toEqual(["sum v1", "sum v2"]);
  const second = days.series.find(({ name }: { name: string }) => name === "sum v2");
  expect(on(second.data, "2026-03-10")).toEqual([0.9, 10]);
  // 8 days after v1: (9 + 0.5 × 4) of (10 + 0.5 × 10), with (10 + 5)² / (10 + 10 × 0.25) effective ratings.
  expect(on(days.decayed, "2026-03-10")).toEqual([0.7333, 18]);
  expect(days.deployments).toEqual([
    { at: "2026-03-10T10:00:00.000Z", kind: "model", name: "m-b", features: [FEATURE] },
    { at: "2026-03-10T10:00:00.000Z", kind: "prompt", name: "sum v2", features: [FEATURE] },
  ]);
});

test("a trend by the hour is cut in the zone asked for, over all features and of one", async ({ api }) => {
  const query = `&feature=${FEATURE}&unit=hour&tz=Asia/Kathmandu`;
  const hours = await read(api, path("trends", query));
  const rated = hours.data.filter((each: { rated: number }) => each.rated > 0);
  expect(rated.map((each: { day: string; hour: string }) => [each.day, each.hour])).toEqual([
    ["2026-03-02", "2026-03-02T10:00:00.000Z"],
    ["2026-03-10", "2026-03-10T10:00:00.000Z"],
  ]);
  expect([hours.series, hours.decayed]).toEqual([null, null]);
});

test("features have a rate that few ratings do not lead", async ({ api }) => {
  const { data, prior } = await read(api, path("features", `&feature=${FEATURE}&order=rank`));
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ feature_name: FEATURE, rank: 1, thumbs_up: 13 });
  // One feature tells nothing of how features differ: the prior is as strong as two ratings.
  expect(prior.alpha + prior.beta).toBeCloseTo(2, 6);
  expect(data[0].shrunken_rate.value).toBeCloseTo((prior.alpha + 13) / 22, 6);
});

test("categories have their share, by model and by prompt version, their days and their pairs", async ({
  api,
}) => {
  const all = await read(api, path(`categories/${FEATURE}`, "&by=prompt_version"));
  const [first, second] = all.data;
  expect([first.category, first.down_count, told(first.share_of_thumbs_down)]).toEqual([
    "inaccurate",
    6,
    [0.8571, 7],
  ]);
  expect([second.category, told(second.share_of_thumbs_down)]).toEqual(["too_long", [0.5714, 7]]);
  expect(
    second.models.map((each: { model_name: string; count: number }) => [each.model_name, each.count]),
  ).toEqual([
    ["m-a", 3],
    ["m-b", 1],
  ]);
  const versions = second.prompt_versions.map(
    (each: { prompt_version: string; share_of_thumbs_down: { value: number; n: number } }) => [
      each.prompt_version,
      told(each.share_of_thumbs_down),
    ],
  );
  expect(versions).toEqual([
    ["v1", [0.5, 6]],
    ["v2", [1, 1]],
  ]);
  expect(all.pairs).toEqual([{ categories: ["inaccurate", "too_long"], count: 3 }]);
  expect(all.days).toContainEqual({ day: "2026-03-02", category: "inaccurate", down_count: 6 });
  const plain = await read(api, path("categories", `&feature=${FEATURE}`));
  expect(plain.data[0]).not.toHaveProperty("prompt_versions");
});

test("models and prompt versions stand beside one of them", async ({ api }) => {
  const models = await read(api, path(`models/${FEATURE}`, "&against=m-b"));
  expect(models.data[0]).toMatchObject({ prompt_template: "sum", interactions: 12 });
  const [one, other] = models.compared;
  expect([one.model_name, one.is_reference, one.doubtful]).toEqual(["m-a", false, false]);
  expect(one.difference).toMatchObject({ value: expect.closeTo(-0.5, 9) });
  expect(one.difference.low).toBeLessThan(-0.5);
  expect([other.model_name, other.is_reference, other.difference]).toEqual(["m-b", true, null]);
  expect(one.cost_spread_usd).toMatchObject({ n: 12 });
  const whole = await read(api, path("models", `&feature=${FEATURE}`));
  expect(whole.compared).toHaveLength(2);
  const prompts = await read(api, path(`prompts/${FEATURE}`, "&prompt_template=sum&against=v1"));
  const second = prompts.data.find((row: { prompt_version: string }) => row.prompt_version === "v2");
  expect(second.difference.value).toBeCloseTo(0.5, 9);
  expect((await read(api, path("prompts", `&feature=${FEATURE}`))).data).toHaveLength(2);
});

test("cohorts stand against all others, and small ones are withheld", async ({ api }) => {
  const tenants = await read(api, path(`cohorts/${FEATURE}`, "&kind=tenant"));
  expect([tenants.cohort_minimum, tenants.withheld, tenants.all.interactions]).toEqual([10, 1, 24]);
  const differences = tenants.data.map((row: { cohort: string; difference: { value: number } }) => [
    row.cohort,
    Math.round(row.difference.value * 100) / 100,
  ]);
  expect(differences.sort()).toEqual([
    ["acme", -0.5],
    ["beta", 0.5],
  ]);
  const languages = await read(api, path("cohorts", `&feature=${FEATURE}&kind=language`));
  expect(languages.withheld).toBe(0);
});

test("a tenant, language or segment can be asked for together with a model or prompt, and each other", async ({
  api,
}) => {
  const count = async (place: string, query: string) => read(api, path(place, `&feature=${FEATURE}${query}`));
  const acme = await count("models", "&tenant=acme");
  const [{ model_name: model, interactions }] = acme.compared;
  expect([acme.compared.length, interactions]).toEqual([1, 11]);
  expect((await count("overview", `&tenant=acme&model=${model}`)).current.interactions).toBe(11);
  expect((await count("overview", "&tenant=beta&prompt_version=v1")).current.interactions).toBe(0);
  expect((await count("prompts", "&tenant=acme")).data).toHaveLength(1);
  const { series } = await count("trends", `&split=tenant&model=${model}`);
  expect(series.map(({ name }: { name: string }) => name)).toEqual(["acme", "tiny"]);
  expect((await count("overview", "&tenant=acme&language=xx")).current.interactions).toBe(0);
  const cohorts = await count("cohorts", `&kind=tenant&model=${model}`);
  expect(cohorts.all.interactions).toBe(12);
});

test("bias tells who rates, and what quality may lie behind the ratings", async ({ api }) => {
  const bias = await read(api, path("bias", `&feature=${FEATURE}`));
  expect(told(bias.response_rate)).toEqual([0.8333, 24]);
  expect(bias.band).toMatchObject({ n: 20, low: 0.65, high: expect.closeTo(13 / (13 + 7 / 5), 9) });
  expect(bias.days).toHaveLength(31);
  expect(bias.days[0].band).toMatchObject({ n: 0, low: null, reason: "insufficient_data" });
  expect(bias.places.map((row: { model_name: string }) => row.model_name).sort()).toEqual(["m-a", "m-b"]);
  const acme = await read(api, path("bias", `&feature=${FEATURE}&tenant=acme`));
  expect(acme.models).toMatchObject([{ interactions: 11 }]);
});

test("corrections tell what was kept, what edits do, and what users marked", async ({ api }) => {
  const all = await read(api, path("corrections", `&feature=${FEATURE}`));
  expect(all.correction_count).toBe(1);
  expect([told(all.edit_distance), told(all.kept_share)]).toEqual([
    [1, 1],
    [0.75, 1],
  ]);
  expect(all.edit_kinds).toHaveLength(5);
  expect(all.passages).toEqual([
    {
      quote: "two three",
      count: 2,
      categories: [{ category: "inaccurate", count: 2 }],
      interaction_id: "dash-v1-5",
    },
  ]);
});

test("the loop tells how long a complaint waits for the next version", async ({ api }) => {
  const loop = await read(api, path("loop", `&feature=${FEATURE}`));
  expect([told(loop.answers_rated), told(loop.negative_looked_at), told(loop.hours_to_fix)]).toEqual([
    [0.8333, 24],
    [0, 7],
    [192, 1],
  ]);
  expect(loop.fixes[0]).toMatchObject({ prompt_version: "v1", next_version: "v2", hours: 192 });
  expect(loop.prompt_changes).toEqual([{ month: "2026-03", changes: 1, partial: false }]);
});

test("problems are prompt versions under the threshold, with what is said of them", async ({ api }) => {
  const find = (threshold: number) =>
    read(api, `/api/dashboard/problems?feature=dash-now&threshold=${threshold}`);
  const { data, days } = await find(0.7);
  expect([days, data.length]).toEqual([7, 1]);
  expect(data[0]).toMatchObject({ prompt_template: "now", prompt_version: "v7", thumbs_down: 7 });
  expect(told(data[0].positive_rate)).toEqual([0.3, 10]);
  expect(data[0].categories).toMatchObject([{ category: "rude", down_count: 7 }]);
  expect(data[0].recurring_comments).toMatchObject([{ count: 2 }]);
  // Three of ten: its interval reaches from 10.8 to 60.3 %.
  expect((await find(0.6)).data).toEqual([]);
});

const routes = [
  ...["overview", "trends", `trends/${FEATURE}`, "features", "categories", `categories/${FEATURE}`],
  ...["models", `models/${FEATURE}`, "prompts", `prompts/${FEATURE}`, "bias", "corrections", "loop"],
];

test("a project without answers gets answers without numbers, and no other project's", async ({
  api,
  playwright,
  baseURL,
}) => {
  const signedIn = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    storageState: sessionFile(),
  });
  const made = await signedIn.post("/api/projects", { data: { name: `Empty ${crypto.randomUUID()}` } });
  const { secret_key: key } = await made.json();
  await signedIn.dispose();
  const cohorts = ["cohorts", `cohorts/${FEATURE}`].map((place) => path(place, "&kind=tenant"));
  for (const address of [...routes.map((place) => path(place)), ...cohorts, "/api/dashboard/problems"]) {
    const { status, json } = await api.call("GET", address, { key });
    expect(status, address).toBe(200);
    const text = JSON.stringify(json);
    expect(text, address).not.toMatch(/NaN|"sum"|m-a|acme/);
    expect(text, address).not.toMatch(/"(interactions|thumbs_up|thumbs_down|rated)":[1-9]/);
  }
});

test("without a secret key there are no numbers", async ({ api }) => {
  for (const place of routes) {
    expect((await api.call("GET", path(place))).status, place).toBe(401);
    expect((await api.call("GET", path(place), { key: api.publishableKey })).json.code).toBe(
      "key_kind_not_allowed",
    );
  }
});

for (const [address, name] of [
  ["overview?days=0", "days"],
  ["overview?modle=x", "modle"],
  ["trends?unit=week", "unit"],
  ["trends?unit=hour&days=60", "unit"],
  ["trends?unit=hour&half_life=3", "half_life"],
  ["trends?half_life=0", "half_life"],
  ["trends?split=colour", "split"],
  ["trends?split=model&days=500", "split"],
  ["trends/x?feature=y", "feature"],
  ["features?order=best", "order"],
  ["categories?by=day", "by"],
  ["prompts?against=v1", "prompt_template"],
  ["cohorts", "kind"],
  ["cohorts?kind=planet", "kind"],
  ["bias?tz=Mars/Base", "tz"],
  ["corrections?from=2026-03-01", "to"],
  ["problems?threshold=2", "threshold"],
  ["problems?days=7&from=2026-03-01", "from"],
] as const) {
  test(`${address} is refused for ${name}`, async ({ api }) => {
    const answer = await api.call("GET", `/api/dashboard/${address}`, { key: api.secretKey });
    expect(refusedFor(answer)).toEqual([400, "invalid_query", name]);
  });
}

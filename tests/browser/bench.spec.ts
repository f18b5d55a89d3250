import { expect, test } from "@playwright/test";
import { buildForTests } from "#scripts/test-app/choose-dist.ts";
import { type RunningApp, startApp } from "#scripts/test-app/start-app.ts";
import { expectAlive } from "../driving/alive.ts";
import { ownProject } from "../driving/own-project.ts";
import { dataFolder, sessionFile } from "../driving/owner.ts";
import { clickAlive } from "../driving/press.ts";
import { expectSound } from "../driving/sound.ts";
import { type ModelServer, modelServer } from "../fixtures/model-server.ts";

test.use({ storageState: sessionFile() });

let model: ModelServer;
let app: RunningApp;

// A second process on the same database, with a model: the one that all other specs use has none.
test.beforeAll(async () => {
  model = await modelServer();
  app = await startApp({
    dataDir: dataFolder(),
    dist: await buildForTests(process.cwd()),
    env: { LLM_BASE_URL: model.url, LLM_API_KEY: "key", LLM_MODEL: "small" },
  });
});
test.afterAll(async () => {
  await app?.stop();
  await model?.close();
});

test("a version is run on logged inputs, fails in a row, is stopped, and is not run without a model", async ({
  page,
  request,
  baseURL,
}) => {
  test.slow();
  const { slug, send } = await ownProject(request, "Bench");
  await send("/api/prompts", { template: "echo", kind: "text", text: "Say: {{what}}", note: "" });
  await send("/api/prompts/echo/versions", { text: "Say loudly: {{what}}", parent_version: "v1", note: "" });
  const log = (what: string, more: object = {}) => ({
    ...{ type: "interaction", interaction_id: what, feature_name: "echo", model_name: "small" },
    ...{ response_text: `Old answer to ${what}.`, input: what, response_latency_ms: 900 },
    ...{ prompt_template: "echo", prompt_version: "v1", prompt_variables: { what }, ...more },
  });
  await send("/api/events", {
    events: [
      ...["ships", "LIMITED boats", "MALFORMED rafts"].map((what) => log(what)),
      log("a canoe", { prompt_variables: undefined, prompt_text: "Say: a canoe" }),
      log("nothing", { prompt_variables: undefined, input: undefined }),
      { type: "feedback", interaction_id: "ships", rating_type: "binary", rating_value: 0 },
    ],
  });

  await page.goto(`${app.url}/${slug}/prompts/echo?version=v2`);
  await page.getByRole("link", { name: "Bench", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bench of echo");
  await expect(page.getByText("No runs yet")).toBeVisible();
  await expectSound(page);
  const run = page.getByRole("button", { name: "Run v2", exact: true });
  await clickAlive(run);

  const card = page.getByRole("region", { name: "Run of v2" });
  const progress = card.getByRole("progressbar", { name: "Inputs done" });
  await expect(progress).toHaveAttribute("aria-valuenow", "5", { timeout: 30_000 });
  await expect(card.getByRole("status")).toHaveText(
    "5 of 5 inputs done: 3 answered, 1 failed, 1 cannot be run",
  );
  await expect(card.getByText("Finished", { exact: true })).toBeVisible();
  const row = (name: string | RegExp) =>
    card.getByRole("listitem").filter({ has: page.getByRole("link", { name }) });
  await expect(row("ships")).toContainText("Old answer to ships.");
  await expect(row("ships")).toContainText("Echo: Say loudly: ships");
  await expect(row("ships").getByTitle("1 thumb down")).toBeVisible();
  await expect(row("LIMITED boats")).toContainText("Echo: Say loudly: LIMITED boats");
  await expect(row("MALFORMED rafts")).toContainText("is not from an OpenAI-compatible API");
  await expect(row("a canoe")).toContainText("Echo: Say loudly: a canoe");
  await expect(row(/^Input \d$/)).toContainText("v2 needs {{what}}; prompt_variables were not logged");
  await card.getByRole("link", { name: "Show changes" }).click();
  await expect(row("ships").locator("ins").first()).toBeVisible();
  await expectSound(page);

  // Stopped in the middle, at the process that does not work on it.
  await send("/api/events", { events: [log("ENDLESS seas"), log("ENDLESS skies")] });
  await page.goto(`${app.url}/${slug}/prompts/echo/bench?version=v2`);
  await expectAlive(run);
  await page.getByLabel("Number of inputs").fill("3");
  await run.click();
  await expect(card.getByText("Running", { exact: true })).toBeVisible();
  await expect(card.getByRole("status")).toHaveText(/^1 of 3 inputs done/, { timeout: 30_000 });
  const given = model.givenUp();
  await page.goto(`${baseURL}/${slug}/prompts/echo/bench`);
  await expect(page.getByText("No model is configured.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Run v/ })).toBeDisabled();
  const stop = card.getByRole("button", { name: "Stop" });
  await clickAlive(stop);
  await expect(card.getByText("Stopped", { exact: true })).toBeVisible();
  await expect.poll(() => model.givenUp() - given, "both requests are given up").toBe(2);
  await expect(card.getByText("The run was stopped before.").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Runs" }).getByRole("row")).toHaveCount(3);
  await expectSound(page);
});

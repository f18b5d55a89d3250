import { expect, test } from "@playwright/test";
import { expectAlive } from "../driving/alive.ts";
import { ownProject } from "../driving/own-project.ts";
import { sessionFile } from "../driving/owner.ts";
import { press } from "../driving/press.ts";
import { expectSound } from "../driving/sound.ts";

test.use({ storageState: sessionFile() });

test("a prompt is written, published, changed beside somebody else, compared, moved and rolled back", async ({
  page,
  request,
}) => {
  test.slow();
  const { slug, send } = await ownProject(request, "Prompts");

  // A first version, before any interaction.
  await page.goto(`/${slug}/prompts`);
  await page.getByRole("link", { name: "Write the first prompt" }).click();
  await expect(page).toHaveURL(/\/new-prompt$/);
  const text = page.getByLabel("Text", { exact: true });
  await expectAlive(text);
  await text.fill("Greet {{}} by name.");
  await page.getByLabel("Name", { exact: true }).fill("reply");
  await press(page, "Create prompt");
  await expect(
    page.getByText(/^Line 1, column 7: /).first(),
    "the fault is told as it is written",
  ).toBeVisible();
  await expect(text, "and beside the field, when it was refused").toHaveAccessibleDescription(/column 7/);
  await expectSound(page);
  await text.fill("Greet {{name}} by name.");
  await expect(page.getByRole("status", { name: "In the text" })).toContainText("name");
  await press(page, "Create prompt");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("reply");
  await press(page, "New label");
  await page.getByLabel("Reason").fill("The first one.");
  await press(page, "Add label");
  const history = page.getByRole("region", { name: "Label history" }).getByRole("listitem");
  await expect(history).toHaveText([/^productionadded to v1.*The first one\.$/]);

  // Interactions name it, and a version that is not here.
  const logged = (prompt_version: string, count: number) =>
    Array.from({ length: count }, () => {
      const interaction_id = crypto.randomUUID();
      const answer = {
        feature_name: "reply",
        response_text: "Hi.",
        model_name: "m",
        prompt_template: "reply",
      };
      return [
        { type: "interaction", interaction_id, ...answer, prompt_version },
        { type: "feedback", interaction_id, rating_type: "binary", rating_value: 1 },
      ];
    }).flat();
  await send("/api/events", { events: [...logged("v1", 12), ...logged("2026-11", 1)] });

  // The next version, while somebody else adds one.
  await page.getByRole("link", { name: "New version" }).click();
  await expect(text).toHaveValue("Greet {{name}} by name.");
  await expectAlive(text);
  await text.fill("Greet {{name}} warmly.");
  await send("/api/prompts/reply/versions", {
    ...{ text: "Greet {{name}} by name.\nSign.", parent_version: "v1", note: "Signs." },
  });
  await press(page, "Add version");
  await expect(page.getByRole("alert").filter({ hasText: "v2 was added since v1" })).toBeVisible();
  await expect(page.getByText(/v2 by API key .*: Signs\./)).toBeVisible();
  await expect(page.locator("ins")).toHaveText("Sign.");
  await expectSound(page);
  await press(page, "Keep my text, based on v2");
  await press(page, "Add version");
  await expect(page.getByRole("region", { name: "Version v3" })).toContainText("Greet {{name}} warmly.");

  // What changed, and how good each version is.
  await page.getByRole("link", { name: "Changes from v2 to v3" }).click();
  await expect(page.locator("ins").first()).toHaveText(/warmly/);
  await expect(page.getByRole("row", { name: /^v1/ })).toContainText("n = 12");
  await expect(page.getByRole("row", { name: /^2026-11/ })).toContainText("logged only");
  await expectSound(page);

  // Published with a reason, and rolled back.
  await press(page, "Move production");
  await page.getByLabel("Version", { exact: true }).selectOption("v3");
  await page.getByLabel("Reason").fill("Warmer.");
  await press(page, "Move label");
  await expect(history.first()).toHaveText(/^productionv1 → v3.*Warmer\.$/);
  await press(page, "Roll back production to v1");
  await expect(history.first()).toHaveText(/^productionv3 → v1.*Rolled back from v3\.$/);
  await expect(page.getByRole("button", { name: /^Roll back/ })).toHaveCount(0);

  await page.getByRole("main").getByRole("link", { name: "Prompts", exact: true }).click();
  await expect(page.getByRole("row", { name: /^reply/ })).toContainText(
    /v1production100\.0%.*n = 12.*production → v1/,
  );
  await page.goto(`/${slug}/trends?metric=interactions&days=7`);
  await expect(
    page.getByTitle(/Label reply production → v3, Label reply production → v1/).first(),
  ).toBeVisible();
});

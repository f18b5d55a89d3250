import { spawnSync } from "node:child_process";
import { expect, test } from "@playwright/test";
import { ownProject } from "../driving/own-project.ts";
import { dataFolder, sessionFile } from "../driving/owner.ts";
import { expectSound } from "../driving/sound.ts";
import { countAt, type Figure, figuresOf } from "../driving/walk-figures.ts";

test.use({ storageState: sessionFile() });

test("a burst is announced, shown with its reason, excluded from all metrics, and included again", async ({
  page,
  request,
}) => {
  test.slow();
  const { slug } = await ownProject(request, "Bursts");
  const planted = spawnSync(process.execPath, ["tests/driving/plant-burst.ts", slug], {
    env: { ...process.env, WHETSTONE_DATA: dataFolder() },
    encoding: "utf8",
  });
  expect(planted.status, planted.stderr).toBe(0);

  await page.goto(`/${slug}`);
  await page.getByRole("link", { name: "Review bursts" }).click();
  await expect(page.getByRole("heading", { level: 3 })).toHaveText(
    "40 votes from one network addressIncluded",
  );
  await expect(page.getByText("Expected from this project's history: up to 4.")).toBeVisible();
  await expectSound(page, [1440, 390]);
  const follow = async (figures: readonly Figure[]) => {
    for (const figure of figures) expect(await countAt(page, figure), figure.href).toBe(figure.count);
  };
  const walk = async () => {
    const figures = await figuresOf(page, `/${slug}/bursts`);
    expect(figures.map(({ count, unit }) => [count, unit])).toEqual([[40, "ratings"]]);
    await follow(figures);
    await page.goto(`/${slug}`);
  };
  const thumbs = page.getByRole("link", { name: /^n = / }).first();
  await walk();
  await expect(page.getByText("Review bursts"), "whoever may decide has seen it").toHaveCount(0);
  await expect(thumbs).toHaveText("n = 60");

  await page.goto(`/${slug}/bursts`);
  await page.getByLabel("Exclude flagged bursts from all metrics").check();
  await expect(page.getByText("Excluded", { exact: true })).toBeVisible();
  await walk();
  // Other specs follow all figures; here the lists that figures open must exclude the burst, too.
  await follow(await figuresOf(page, `/${slug}`));
  await expect(page.getByText("Ratings from 1 burst are excluded from all metrics.")).toBeVisible();
  await expect(thumbs).toHaveText("n = 20");
  await page.goto(`/${slug}/bursts`);
  await page.getByRole("link", { name: "40 ratings" }).click();
  await expect(page.getByText("1 rating excluded")).toHaveCount(40);
  await page.locator("a[data-line]").first().click();
  await expect(page.getByText("In a burst, excluded")).toBeVisible();

  await page.goto(`/${slug}/bursts`);
  await page.getByRole("button", { name: /^Not a burst/ }).click();
  await expect(page.getByRole("button", { name: /^Flag again/ })).toBeVisible();
  await walk();
  await expect(thumbs).toHaveText("n = 60");
});

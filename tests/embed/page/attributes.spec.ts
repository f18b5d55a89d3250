import type { Page } from "@playwright/test";
import { expect, rate, tellMore, test, widget } from "../embed-test.ts";
import { ground } from "../ground.ts";

const bar = (page: Page) => widget(page, "Feedback bar");
const element = (page: Page) => page.locator("whetstone-feedback");

test("an element without what it needs draws nothing, and says once what is missing", async ({
  page,
  open,
  complaints,
}) => {
  await open();
  await element(page).evaluate((own) => own.removeAttribute("token"));
  await expect(bar(page).getByRole("button")).toHaveCount(0);
  await element(page).evaluate((own) => own.setAttribute("categories", "late"));
  await expect.poll(() => complaints.length).toBe(1);
  expect(complaints[0]).toContain('<whetstone-feedback> draws nothing while it lacks token="…"');
  complaints.length = 0;
});

test("attributes that are set late draw anew, and what was rated stays", async ({ page, open }) => {
  await open();
  await rate(bar(page), "Bad response");
  await tellMore(bar(page));
  await element(page).evaluate((own) => own.setAttribute("categories", "made_up, unsafe"));
  await expect(bar(page).getByRole("checkbox")).toHaveCount(2);
  await expect(bar(page).getByRole("checkbox", { name: "Made up" })).toBeVisible();
  await expect(bar(page).getByRole("button", { name: "Bad response" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("an answer that is still being written keeps the bar's place, and cannot be rated", async ({
  page,
  open,
}) => {
  await open();
  await element(page).evaluate((own) => own.setAttribute("waiting", ""));
  const next = page.getByText("What comes after the bar.");
  await expect(bar(page).getByRole("button")).toHaveCount(0);
  const before = await next.boundingBox();
  await element(page).evaluate((own) => own.removeAttribute("waiting"));
  await expect(bar(page).getByRole("button")).toHaveCount(2);
  expect(await next.boundingBox()).toEqual(before);
});

test("Arabic is fetched when it is asked for, and runs from right to left", async ({ page, open, look }) => {
  await open();
  const left = async () => (await bar(page).getByRole("button").first().boundingBox())?.x ?? 0;
  const before = await left();
  await element(page).evaluate((own) => own.setAttribute("lang", "ar"));
  await expect(bar(page).getByRole("button", { name: "Good response" })).toHaveCount(0);
  await expect(bar(page).getByRole("button")).toHaveCount(2);
  expect(await left()).toBeGreaterThan(before + 200);
  await bar(page).getByRole("button").last().click();
  await expect(bar(page).getByRole("textbox")).toBeVisible();
  await look("unfolded");
});

test("the page's theme, variables and parts reach into the elements", async ({ page, open }) => {
  await open();
  const down = bar(page).getByRole("button", { name: "Bad response" });
  const colour = () => down.evaluate((own) => getComputedStyle(own).color);
  const light = await colour();
  await page.evaluate(() => document.documentElement.setAttribute("data-theme", "dark"));
  await expect.poll(colour).not.toBe(light);
  await page.addStyleTag({
    content: `whetstone-feedback { --whetstone-muted: rgb(1, 2, 3) }
      whetstone-feedback::part(thumb-down) { rotate: 10deg }`,
  });
  await expect.poll(colour).toBe("rgb(1, 2, 3)");
  expect(await down.evaluate((own) => getComputedStyle(own).rotate)).toBe("10deg");
});

test("a script that comes twice registers once", async ({ page, open, id, whetstone }) => {
  await open();
  await page.addScriptTag({ url: `${ground().server}/embed.js` });
  await rate(bar(page), "Good response");
  expect(await whetstone.ratings(id)).toHaveLength(1);
});

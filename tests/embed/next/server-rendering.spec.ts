import { expect, rate, test, widget } from "../embed-test.ts";

test("the widgets are in the page before its scripts run", async ({ browser, baseURL, id }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const page = await context.newPage();
  const response = await page.goto(`/widgets?id=${id}`);
  const html = (await response?.text()) ?? "";
  expect(html).toContain("whetstone-thumb");
  const bar = widget(page, "Feedback bar");
  await expect(bar.getByRole("button", { name: "Good response" })).toBeVisible();
  await expect(bar.getByRole("status")).toHaveText("");
  await expect(widget(page, "Stars").getByRole("radio")).toHaveCount(5);
  const size = await bar.getByRole("button", { name: "Good response" }).boundingBox();
  expect(size, "with its styles").toMatchObject({ width: 44, height: 44 });
  await context.close();
});

test("what the device remembers shows after hydration, without a word in the console", async ({
  page,
  open,
}) => {
  await open();
  const up = widget(page, "Feedback bar").getByRole("button", { name: "Good response" });
  await rate(widget(page, "Feedback bar"), "Good response");
  await page.reload();
  await expect(up).toHaveAttribute("aria-pressed", "true");
});

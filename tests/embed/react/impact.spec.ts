import { expect, settled, test, widget } from "../embed-test.ts";

test("a server that knows of no improvement is not told of, on the page or in its console", async ({
  page,
  open,
}) => {
  const asked = page.waitForRequest("**/api/impact?*");
  await open({ news: "1" });
  await asked;
  await settled(page);
  await expect(widget(page, "News").getByRole("note")).toHaveCount(0);
});

test("what feedback led to is told once, and can be closed for good", async ({ page, open, look }) => {
  const improvement = (count: number) => ({
    improvement_id: `improvement-${count}`,
    title: `Postage is named in refunds, part ${count}`,
    shipped_at: `2026-03-0${count}T10:00:00Z`,
  });
  await page.route("**/api/impact?*", (route) =>
    route.fulfill({
      headers: { "access-control-allow-origin": "*", "access-control-allow-headers": "*" },
      json: { data: [improvement(1), improvement(2)] },
    }),
  );
  await open({ news: "1" });
  const news = widget(page, "News");
  await expect(news.getByText("Postage is named in refunds, part 2")).toBeVisible();
  await look("two");
  await news.getByRole("button", { name: "and 1 more" }).click();
  await expect(news.getByText("Postage is named in refunds, part 1")).toBeVisible();
  await look("unfolded");
  await news.getByRole("button", { name: "Close this note" }).click();
  await expect(news.getByText("Postage is named")).toHaveCount(0);
  await page.reload();
  await expect(widget(page, "Feedback bar").getByRole("button").first()).toBeVisible();
  await expect(news.getByText("Postage is named")).toHaveCount(0);
});

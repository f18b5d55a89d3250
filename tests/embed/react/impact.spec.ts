import { expect, settled, test, widget } from "../embed-test.ts";
import { ground } from "../ground.ts";

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

test("who complained is told by the server once it was published, until they have seen it", async ({
  page,
  open,
  whetstone,
  id,
}) => {
  const headers = { authorization: `Bearer ${ground().secretKey}` };
  const send = async (method: "post" | "patch", path: string, data: object) =>
    (await whetstone.owner[method](path, { headers, data })).json();
  const feature_name = `impact ${id}`;
  const answer = { feature_name, response_text: "r", model_name: "m", user_id: `user of ${id}` };
  const { interaction_id, feedback_token: token } = await send("post", "/api/interactions", answer);
  const rating = { interaction_id, user_id: answer.user_id, rating_type: "binary", rating_value: 0 };
  await send("post", "/api/feedback", rating);
  const { improvement_id } = await send("post", "/api/improvements", {
    ...{ name: "Postage", scope: { feature: feature_name }, hold_out: 0, shipped_at: new Date() },
    texts: [{ language: "en", title: "Refunds name the postage" }],
  });
  await send("patch", `/api/improvements/${improvement_id}`, { state: "published" });

  const seen = page.waitForResponse("**/api/impact/read");
  await open({ id: interaction_id, token, news: "1" });
  const news = widget(page, "News");
  await expect(news.getByText("Refunds name the postage")).toBeVisible();
  await news.scrollIntoViewIfNeeded();
  expect((await seen).status()).toBe(204);
  await expect(news.getByText("Refunds name the postage")).toBeVisible();
  const asked = page.waitForResponse("**/api/impact?*");
  await page.reload();
  expect(await (await asked).json()).toEqual({ data: [] });
});

import { expect, test } from "../embed-test.ts";

test("the README's lines store a rating", async ({ page, look, whetstone }) => {
  const interactionId = await (await page.request.get("/interaction-id.txt")).text();
  await page.goto("/");
  const up = page.getByRole("button", { name: "Good response" });
  await up.click();
  await expect(page.getByRole("status")).toHaveText("Thank you for your rating.");
  await expect(up).toHaveAttribute("aria-pressed", "true");
  await look("rated");
  expect(await whetstone.ratings(interactionId)).toMatchObject([{ rating_type: "binary", rating_value: 1 }]);
});

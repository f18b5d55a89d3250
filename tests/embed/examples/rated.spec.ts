import { expectAccessible } from "#tests/driving/accessible.ts";
import { expect, nextRated, test } from "../embed-test.ts";

test("an example's answer is logged, and a thumb is stored with it", async ({ page, look, whetstone }) => {
  await page.goto("/");
  const up = page.getByRole("button", { name: "Good response" });
  const rated = nextRated(page);
  await up.click();
  await expect(page.getByText("Thank you for your rating.")).toBeVisible();
  await expect(up).toHaveAttribute("aria-pressed", "true");
  await look("rated");
  const id = await rated;
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_type: "binary", rating_value: 1 }]);
  const { response_text, model_name } = await whetstone.interaction(id);
  expect(model_name).toBe("stand-in");
  await expect(page.getByText(response_text).first()).toBeVisible();
  await expectAccessible(page);
});

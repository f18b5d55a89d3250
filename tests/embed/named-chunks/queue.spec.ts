import { expect, status, test, widget } from "../embed-test.ts";

// Where the bundler leaves chunks their names, so that one of them can be withheld.
test("a queue that could not be fetched is told in words, and fetched by another try", async ({
  page,
  open,
  id,
  whetstone,
}) => {
  const queue = /queued-adapter/;
  await page.route(queue, (route) => route.abort());
  await open();
  const bar = widget(page, "Feedback bar");
  await bar.getByRole("button", { name: "Good response" }).click();
  await expect(status(bar)).toHaveText(
    "Your rating was not saved. The server could not be reached. Check your connection.",
  );
  await page.unroute(queue);
  await bar.getByRole("button", { name: "Try again" }).click();
  await page.keyboard.press("Escape");
  await expect(status(bar)).toHaveText("Thank you for your rating.");
  expect(await whetstone.ratings(id)).toMatchObject([{ rating_value: 1 }]);
});

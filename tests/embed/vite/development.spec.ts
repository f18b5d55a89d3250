import { expect, test, widget } from "../embed-test.ts";

// Under React's development build, strict mode runs every effect twice and the console tells of every fault.
test("strict mode finds nothing, and what is done once is stored once", async ({ page, id, whetstone }) => {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") requests.push(request.postData() ?? "");
  });
  await page.goto(`/development/widgets?id=${id}`);
  const bar = widget(page, "Feedback bar");
  await bar.getByRole("button", { name: "Bad response" }).click();
  await bar.getByText("Inaccurate", { exact: true }).click();
  await bar.getByRole("button", { name: "Send" }).click();
  await expect(bar.getByRole("status")).toHaveText("Thank you for the details.");
  const stars = widget(page, "Stars");
  await stars.getByRole("radio", { name: "3 stars" }).click({ force: true });
  await expect(stars.getByRole("status")).toHaveText("Thank you for your rating.");
  expect(await whetstone.ratings(id)).toMatchObject([
    { rating_type: "binary", rating_value: 0, rating_categories: ["inaccurate"] },
    { rating_type: "stars", rating_value: 3 },
  ]);
  expect(requests.length, "one request for each press").toBeLessThanOrEqual(3);
});

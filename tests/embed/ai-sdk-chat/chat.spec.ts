import { expectAccessible } from "#tests/driving/accessible.ts";
import { expect, nextRated, status, test } from "../embed-test.ts";

const ANSWER = "The ferry leaves at nine, and every hour after that; the last one leaves at midnight.";

test("a streamed answer is logged by the middleware, and its thumb is stored with it", async ({
  page,
  look,
  whetstone,
}) => {
  await page.goto("/");
  const ask = async (question: string) => {
    const streamed = page.waitForResponse("**/api/chat");
    await page.getByRole("textbox", { name: "Your question" }).fill(question);
    await page.getByRole("button", { name: "Ask" }).click();
    return (await streamed).text();
  };
  const stream = await ask("When does the ferry leave?");
  const parts = stream.match(/"type":"text-delta"/g) ?? [];
  expect(parts.length, "it comes word by word").toBe(ANSWER.split(" ").length);
  expect(stream.indexOf("feedback_token"), "its token comes first").toBeLessThan(
    stream.indexOf("text-delta"),
  );

  const first = page.getByRole("article", { name: "assistant" }).first();
  await expect(first.getByText(ANSWER)).toBeVisible();
  const firstRated = nextRated(page);
  await first.getByRole("button", { name: "Good response" }).click();
  await expect(status(first)).toHaveText("Thank you for your rating.");

  await ask("And the last one?");
  const second = page.getByRole("article", { name: "assistant" }).nth(1);
  const secondRated = nextRated(page);
  await second.getByRole("button", { name: "Bad response" }).click();
  await page.keyboard.press("Escape");
  await expect(status(second)).toHaveText("Thank you for your rating.");
  await look("both rated");
  await expectAccessible(page);

  const [up, down] = [await firstRated, await secondRated];
  expect(await whetstone.ratings(up)).toMatchObject([{ rating_type: "binary", rating_value: 1 }]);
  expect(await whetstone.ratings(down)).toMatchObject([{ rating_type: "binary", rating_value: 0 }]);
  // The whole text follows what the answer began with.
  await expect
    .poll(() => whetstone.interaction(up))
    .toMatchObject({
      feature_name: "chat",
      input: "When does the ferry leave?",
      response_text: ANSWER,
      model_name: "stand-in",
    });
  await expect
    .poll(() => whetstone.interaction(down))
    .toMatchObject({ input: "And the last one?", response_text: ANSWER });
});

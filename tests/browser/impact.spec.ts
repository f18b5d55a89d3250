import { expect, test } from "@playwright/test";
import { expectAlive } from "../driving/alive.ts";
import { sessionFile } from "../driving/owner.ts";
import { expectSound } from "../driving/sound.ts";

test.use({ storageState: sessionFile() });

test("an improvement is written down, worded, published, told to who complained, and withdrawn", async ({
  page,
}) => {
  const made = await page.request.post("/api/projects", {
    data: { name: `Impact ${crypto.randomUUID()}` },
  });
  const { project_slug: slug, secret_key: secretKey } = await made.json();
  const headers = { authorization: `Bearer ${secretKey}` };
  const answer = { feature_name: "support", response_text: "r", model_name: "m", user_id: "ada" };
  const logged = await page.request.post("/api/interactions", { headers, data: answer });
  const { interaction_id } = await logged.json();
  await page.request.post("/api/feedback", {
    headers,
    data: { interaction_id, user_id: "ada", rating_type: "binary", rating_value: 0 },
  });
  const toldTo = async (user: string) => {
    const told = await page.request.get(`/api/impact?user_id=${user}`, { headers });
    return ((await told.json()).data as { title: string }[]).map(({ title }) => title);
  };

  await page.goto(`/${slug}/impact`);
  await expect(page.getByText("No improvements yet")).toBeVisible();
  await expectSound(page);
  await page.getByRole("link", { name: "New improvement" }).click();
  await expectAlive(page.getByRole("button", { name: "Create draft" }));
  await expectSound(page);
  await page.getByLabel("Name").fill("Postage in refunds");
  await page.getByLabel("Hold out (%)").fill("0");
  await page.getByRole("button", { name: "Create draft" }).click();
  await expect(page.getByRole("heading", { name: /Postage in refunds/ })).toBeVisible();
  const reach = page.getByRole("region", { name: "Whom it reaches" });
  await expect(reach).toContainText("Told once they are back1 person");

  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Must have a text in at least one language to be published.")).toBeVisible();

  await page.getByLabel("Title").fill("Refunds <b>name</b> the postage");
  await page.getByRole("button", { name: "Save texts" }).click();
  await expect(page.getByText("Must be plain text, but has HTML: “<b>”.")).toBeVisible();
  await page.getByLabel("Title").fill("Refunds name the postage");
  await expect(page.getByRole("note", { name: "Your feedback helped improve:" })).toContainText(
    "Refunds name the postage",
  );
  await page.getByRole("button", { name: "Save texts" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expectSound(page);
  expect(await toldTo("ada")).toEqual([]);

  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("region", { name: "What came of it" })).toBeVisible();
  await expectSound(page);
  expect([await toldTo("ada"), await toldTo("bob")]).toEqual([["Refunds name the postage"], []]);

  await page.getByRole("link", { name: "Impact", exact: true }).first().click();
  await expect(page.getByRole("row", { name: /Postage in refunds/ })).toContainText("Published");
  await expectSound(page);
  await page.getByRole("link", { name: "Postage in refunds" }).click();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn", { exact: true })).toBeVisible();
  expect(await toldTo("ada")).toEqual([]);
});

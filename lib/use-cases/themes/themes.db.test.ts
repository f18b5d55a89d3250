import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type Answer, type Rating, rateAnswer, writeAnswer } from "#tests/database/raw-rows.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { groupThemes, projectsToGroup, readTheme, readThemes, themesOf } from "./index.ts";

testDatabase();

const now = new Date("2026-11-30T12:00:00Z");
const window = {
  since: new Date("2026-11-01T00:00:00Z"),
  until: new Date("2026-12-01T00:00:00Z"),
  limit: 10,
};

const november = (projectId: string) => ({ projectId, from: "2026-11-01", to: "2026-11-30", tz: "UTC" });

const newProject = async () => (await testProject()).projectId;

/** Somebody's rating of an answer of their own, on a day of November. */
async function say(
  projectId: string,
  user: string,
  rating: Omit<Rating, "interactionId">,
  { day = 20, answer = {} }: { day?: number; answer?: Answer } = {},
): Promise<string> {
  const at = `2026-11-${day}T10:00:00Z`;
  const interactionId = await writeAnswer(projectId, at, {
    responseText: "Dear customer, it is blue.",
    ...answer,
  });
  return rateAnswer(projectId, { interactionId, rater: `user:${user}`, createdAt: new Date(at), ...rating });
}

const down = (feedbackComment: string) => ({
  ratingType: "binary" as const,
  ratingValue: 0,
  feedbackComment,
});

/** Three who say that answers are too long, four that dates are wrong, and one who says something else. */
async function complain(projectId: string): Promise<string[]> {
  const long = ["Far too long.", "Too long, nobody reads it", "Please shorten, it is too long"];
  const wrong = ["The date is wrong", "Wrong date again", "Wrong date, it was another", "wrong date, sorry"];
  const ids: string[] = [];
  for (const [index, text] of [...long, ...wrong].entries())
    ids.push(
      await say(projectId, `u${index}`, down(text), {
        answer: { promptTemplate: index < 3 ? "reply" : "sum" },
      }),
    );
  await say(projectId, "odd", down("It thinks my cat is a lawyer."));
  return ids;
}

const titles = async (projectId: string, more = {}) =>
  (await themesOf(projectId, { ...window, ...more })).map(({ title, n, users }) => [title, n, users]);

describe("groupThemes", () => {
  it("puts on record what several people say, with exact counts, examples and users, in a scope or a template", async () => {
    const projectId = await newProject();
    await complain(projectId);
    await groupThemes(projectId, now);
    const themes = await themesOf(projectId, window);
    expect(themes).toMatchObject([
      {
        title: "Wrong date",
        n: 4,
        users: 4,
        share: 0.5,
      },
      { title: "Too long", n: 3, users: 3, share: 3 / 8 },
    ]);
    expect(themes[1]?.examples.map(({ text }) => text).sort()).toEqual([
      "Far too long.",
      "Please shorten, it is too long",
      "Too long, nobody reads it",
    ]);
    expect(await titles(projectId, { template: "reply" })).toEqual([["Too long", 3, 3]]);
    expect(await titles(projectId, { scope: { promptTemplate: "sum" } })).toEqual([["Wrong date", 4, 4]]);
    expect(await titles(projectId, { until: new Date("2026-11-19T00:00:00Z") })).toEqual([]);
  });

  it("keeps a theme's id when texts come and go, and its count of days gone by", async () => {
    const projectId = await newProject();
    const ids = await complain(projectId);
    await groupThemes(projectId, now);
    const before = await themesOf(projectId, window);
    await db().feedback.delete({ where: { projectId_feedbackId: { projectId, feedbackId: ids[3] ?? "" } } });
    for (const user of ["x", "y"])
      await say(projectId, user, down("That date is wrong, as always"), { day: 25 });
    await groupThemes(projectId, now);
    const after = await themesOf(projectId, window);
    expect(after.map(({ themeId }) => themeId)).toEqual(before.map(({ themeId }) => themeId));
    expect(after[0]).toMatchObject({ n: 5 });
    const later = new Date(now.getTime() + 100 * 86_400_000);
    await groupThemes(projectId, later);
    expect(await titles(projectId)).toEqual([
      ["Wrong date", 5, 5],
      ["Too long", 3, 3],
    ]);
  });

  it("erases a text with its rating or answer at once, and a theme with its last text", async () => {
    const projectId = await newProject();
    const ids = await complain(projectId);
    await groupThemes(projectId, now);
    await db().feedback.deleteMany({ where: { projectId, feedbackId: { in: ids.slice(0, 2) } } });
    expect(await titles(projectId)).toContainEqual(["Too long", 1, 1]);
    await db().interaction.deleteMany({ where: { projectId, promptTemplate: "reply" } });
    await groupThemes(projectId, now);
    expect(await titles(projectId)).toEqual([["Wrong date", 4, 4]]);
    expect(await db().theme.count({ where: { projectId } })).toBe(1);
  });

  it("reads negative comments, edits and highlights, and no others", async () => {
    const projectId = await newProject();
    const all = (n: number, text: string) => Array.from({ length: n }, (_, index) => `${text}${index}`);
    const comment = "Broken table, columns shifted";
    for (const user of all(2, "stars"))
      await say(projectId, user, { ratingType: "stars", ratingValue: 2, feedbackComment: comment });
    await say(projectId, "ticked", {
      ratingType: "comment",
      ratingCategories: ["formatting"],
      feedbackComment: comment,
    });
    await say(projectId, "neutral", { ratingType: "comment", feedbackComment: comment });
    await say(projectId, "four", { ratingType: "stars", ratingValue: 4, feedbackComment: comment });
    await say(projectId, "reviewer", { ...down(comment), source: "reviewer" });
    for (const user of all(3, "editor"))
      await say(projectId, user, { ratingType: "correction", correctionText: "Dear customer, it is green." });
    for (const user of all(3, "marker")) {
      const interactionId = await writeAnswer(projectId, "2026-11-20T10:00:00Z");
      await db().annotation.create({
        data: {
          ...{ projectId, interactionId, annotationId: newId(), quoteExact: "free of charge forever" },
          ...{
            rater: `user:${user}`,
            fingerprint: Buffer.from("f"),
            createdAt: new Date("2026-11-20T10:00:00Z"),
          },
        },
      });
    }
    await groupThemes(projectId, now);
    const { themes } = await readThemes(november(projectId), { limit: 10, examples: 1 });
    expect(themes.map(({ n, theme }) => [theme.voice, theme.title, n]).sort()).toEqual([
      ["edit", "Removed: blue; added: green", 3],
      ["passage", "Free of charge forever", 3],
      ["said", "Broken table", 3],
    ]);
    expect(themes.find(({ theme }) => theme.voice === "edit")?.examples[0]?.text).toBe(
      "Dear customer, it is green.",
    );
  });

  it("leaves another project's texts alone", async () => {
    const [one, other] = [await newProject(), await newProject()];
    await complain(one);
    await say(other, "u1", down("Too long"));
    await groupThemes(other, now);
    expect(await themesOf(other, window)).toEqual([]);
    expect(await themesOf(one, window)).toEqual([]);
  });
});

describe("readTheme", () => {
  it("says by day how often a theme is met, and where more often than elsewhere", async () => {
    const projectId = await newProject();
    const said = [
      ...Array.from({ length: 12 }, () => ["Far too long", "v1"] as const),
      ...Array.from({ length: 12 }, () => ["Wrong date", "v2"] as const),
    ];
    for (const [index, [text, promptVersion]] of said.entries())
      await say(projectId, `u${index}`, down(text), { answer: { promptTemplate: "reply", promptVersion } });
    await groupThemes(projectId, now);
    const [theme] = (await themesOf(projectId, window)).filter(({ title }) => title === "Far too long");
    const read = await readTheme(november(projectId), theme?.themeId ?? "", 5);
    expect(read).toMatchObject({
      n: 12,
      total: 24,
      users: 12,
      interactions: 12,
      share: { value: 0.5, n: 24 },
    });
    expect([read.days[19], read.totals[19], read.days[0]]).toEqual([12, 24, 0]);
    expect(read.examples).toHaveLength(5);
    expect(read.places).toMatchObject([
      { by: "prompt", name: "reply", version: "v1", n: 12, all: 12, share: 1, elsewhere: 0 },
    ]);
    const september = { ...november(projectId), from: "2026-09-01", to: "2026-09-30" };
    expect(await readTheme(september, theme?.themeId ?? "", 5)).toMatchObject({
      n: 0,
      places: [],
      examples: [],
    });
  });

  it("refuses a theme of another project", async () => {
    const [projectId, other] = [await newProject(), await newProject()];
    await complain(projectId);
    await groupThemes(projectId, now);
    const [theme] = await themesOf(projectId, window);
    const asked = readTheme(november(other), theme?.themeId ?? "", 1);
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("projectsToGroup", () => {
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it("lists projects with negative texts, again when there are others, and once a day", async () => {
    const [projectId, silent] = [await newProject(), await newProject()];
    const isDue = async (minutes: number) => (await projectsToGroup(later(minutes))).includes(projectId);
    await complain(projectId);
    expect(await isDue(0)).toBe(true);
    expect(await projectsToGroup(now)).not.toContain(silent);
    await groupThemes(projectId, now);
    expect(await isDue(2)).toBe(false);
    await say(projectId, "another", down("Wrong date"), { day: 10 });
    expect(await isDue(0.5)).toBe(false);
    expect(await isDue(2)).toBe(true);
    await groupThemes(projectId, now);
    expect(await isDue(2)).toBe(false);
    expect(await isDue(25 * 60)).toBe(true);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { collectMixed } from "#lib/observe/ingest/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { testDatabase } from "#tests/database/database.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { serverOf } from "#tests/fixtures/sender.ts";
import { readReport } from "./read-report.ts";
import { reportJson, reportSchema } from "./report-json.ts";

testDatabase();

let project: TestProject;

const at = (minute: number) => new Date(Date.UTC(2026, 10, 3, 10, minute)).toISOString();

/** An answer of a version, with what one user says of it. */
function answered(id: string, version: string, said: object[] = [], more: object = {}) {
  const minute = Number(id.replace(/\D/g, "")) % 60;
  return [
    {
      ...{
        type: "interaction",
        interaction_id: id,
        feature_name: "replies",
        model_name: "m",
        input: `Question ${id}?`,
      },
      response_text: "Your parcel left today. It will be there in four days. Have a good day!",
      ...{ prompt_template: "reply", prompt_version: version, created_at: at(minute) },
      ...more,
    },
    ...said.map((each, index) => ({
      ...{
        type: "feedback",
        interaction_id: id,
        user_id: `u-${id}`,
        created_at: at(minute),
        feedback_id: `${id}-${index}`,
      },
      ...each,
    })),
  ];
}

const correction = (correction_text: string, more: object = {}) => ({
  ...{ rating_type: "correction", correction_text },
  ...more,
});
const down = (category: string, more: object = {}) => ({
  ...{ rating_type: "binary", rating_value: 0, rating_categories: [category] },
  ...more,
});

const read = (more: { template?: string; version?: string; from?: string } = {}) => {
  const { template = "reply", version, from = "2026-11-01" } = more;
  return readReport({
    filter: { projectId: project.projectId, from, to: "2026-11-30", tz: "UTC" },
    ...{ template, version },
  });
};

beforeAll(async () => {
  project = await testProject();
  const events = [
    // v1 in use first; nobody says a word.
    ...answered("old0", "v1", [], { created_at: "2026-10-01T10:00:00Z" }),
    // v2: 16 users cut the closing phrase, 8 mend a number, 4 leave thumbs down for the length.
    ...Array.from({ length: 16 }, (_, index) =>
      answered(`cut${index}`, "v2", [correction("Your parcel left today. It will be there in four days.")]),
    ).flat(),
    ...Array.from({ length: 8 }, (_, index) =>
      answered(`fix${index}`, "v2", [
        correction("Your parcel left today. It will be there in 4 days. Have a good day!"),
      ]),
    ).flat(),
    ...Array.from({ length: 12 }, (_, index) => answered(`down${index}`, "v2", [down("too_long")])).flat(),
    // Another user agrees that one of the corrected answers was bad.
    ...[down("too_long", { type: "feedback", interaction_id: "cut3", user_id: "other", created_at: at(5) })],
    // Elsewhere other things are wrong.
    ...Array.from({ length: 40 }, (_, index) =>
      answered(`else${index}`, "v1", [down(index < 4 ? "too_long" : "inaccurate")], {
        prompt_template: "other",
      }),
    ).flat(),
  ];
  for (let from = 0; from < events.length; from += 90)
    await collectMixed(serverOf(project), events.slice(from, from + 90));
});

describe("a report", () => {
  it("is of the version that was used last, and says what edits do", async () => {
    const report = await read();
    expect(report).toMatchObject({
      version: "v2",
      isProduction: false,
      managed: false,
      versions: ["v2", "v1"],
    });
    expect(report.changes).toMatchObject({ measured: 24, users: 24, length: { before: 15, after: 11 } });
    const [first] = report.changes.sentences;
    expect(first).toMatchObject({ does: "removed", text: "Have a good day!", users: 16, share: { n: 24 } });
    expect(report.changes.traits.map(({ trait, count }) => [trait, count])).toEqual(
      expect.arrayContaining([
        ["shorter", 16],
        ["numbers", 8],
        ["exclamation_removed", 16],
      ]),
    );
    expect(report.unmeasured).toBeNull();
  });

  it("recommends by intervals, with the answers behind it", async () => {
    const { recommendations, categories } = await read();
    expect(categories[0]).toMatchObject({
      category: "too_long",
      count: 13,
      over: true,
      elsewhere: { n: 40 },
    });
    expect(recommendations.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["shorter", "facts", "exclamation_removed"]),
    );
    const shorter = recommendations.find(({ code }) => code === "shorter");
    expect(shorter?.instruction).toBe(
      "Be brief: answer in about 11 words, and leave out what nobody asked for.",
    );
    expect(shorter?.evidence.map(({ of, count }) => [of, count])).toEqual([
      ["thumbs_down", 13],
      ["edits", 16],
    ]);
    expect(shorter?.evidence[1]?.interactionIds.every((id) => id.startsWith("cut"))).toBe(true);
  });

  it("chooses examples that others agree with", async () => {
    const { examples } = await read();
    const agreed = examples.find(({ interactionId }) => interactionId === "cut3");
    expect(agreed?.why).toContain("1 other user gave the answer a thumbs down.");
    expect(agreed).toMatchObject({
      input: "Question cut3?",
      answer: "Your parcel left today. It will be there in four days.",
    });
  });

  it("is JSON as its schema says", async () => {
    const json = reportSchema.parse(reportJson(await read()));
    expect(json).toMatchObject({
      template: "reply",
      correction_count: 24,
      positive_rate: { value: 0, n: 13 },
    });
  });

  it("is refused by name where there is nothing to tell", async () => {
    const refusal = async (asked: Parameters<typeof read>[0]) => {
      const error = await read(asked).catch((thrown: unknown) => thrown);
      return error instanceof Problem ? [error.status, error.code, error.message] : error;
    };
    expect(await refusal({ template: "nobody" })).toEqual([
      ...[404, "not_found", "There is no prompt “nobody”, and no answer names it."],
    ]);
    expect(await refusal({ version: "v9" })).toEqual([
      ...[404, "not_found", "“reply” has no version “v9”. It has v2, v1."],
    ]);
    expect(await refusal({ version: "v1", from: "2026-09-01" })).toEqual([
      422,
      "no_feedback",
      expect.stringMatching(
        /^Nobody rated.*“reply” v1 from 2026-09-01 to 2026-11-30: 1 answer, no feedback\./,
      ),
    ]);
  });
});

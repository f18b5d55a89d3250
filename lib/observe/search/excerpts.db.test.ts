import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { parseWords, readMatches } from "./index.ts";
import { answer, collecting } from "./testing/collecting.ts";

testDatabase();

const { projectId, collect, index } = collecting();

it("shows where the words occur, without changing any character of the text", async () => {
  const response_text = `${"Filler words. ".repeat(60)}<b>Zebras</b> & “stripes” ${"More of it. ".repeat(60)}`;
  await collect({ ...answer, interaction_id: "i", input: "On animals", response_text });
  await collect({
    ...{
      type: "feedback",
      interaction_id: "i",
      rating_type: "comment",
      feedback_comment: "A zebra? \u0001x\u0002",
    },
  });
  await index();
  const words = await parseWords("stripes or zebra");
  const matches = words && (await readMatches(projectId(), ["i"], words));
  const { input, response, said } = matches?.get("i") ?? {};
  expect(input).toBeNull();
  expect(response?.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["Zebras", "stripes"]);
  expect(response?.map(({ text }) => text).join("")).toContain("<b>Zebras</b> & “stripes”");
  expect(said?.find(({ hit }) => hit)?.text).toBe("zebra");
});

it("shows some text around the words, however long they are", async () => {
  const long = "7".repeat(1_900);
  await collect({ ...answer, interaction_id: "i", input: `${long} zebra`, response_text: long });
  await index();
  const shown = async (text: string) => {
    const words = await parseWords(text);
    const { input, response } = (words && (await readMatches(projectId(), ["i"], words)).get("i")) ?? {};
    return [input, response].map((excerpt) => excerpt?.map(({ text }) => text).join("").length ?? 0);
  };
  expect(await shown(long.slice(0, 200))).toEqual([799, 799]);
  expect(await shown("zebra")).toEqual([5, 0]);
});

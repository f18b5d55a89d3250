import { afterEach, expect, it, vi } from "vitest";
import { testDatabase } from "./database/database.ts";
import { answer, copy, quote, send, statuses, thumb } from "./fixtures/events.ts";
import { testProject } from "./fixtures/project.ts";
import { browserOf, serverOf } from "./fixtures/sender.ts";

testDatabase();
afterEach(() => vi.unstubAllGlobals());

it("storing an event compiles no schema once each kind was stored", async () => {
  const project = await testProject();
  const kinds = (id: string) => [
    { type: "interaction", ...answer, interaction_id: id },
    thumb(`${id}-inline`, { ...answer, user_id: "u" }),
    thumb(id, { user_id: "u" }),
    quote(id),
    copy(id),
    {
      type: "feedback",
      interaction_id: id,
      rating_type: "score",
      score_name: "solved",
      score_value: true,
      user_id: "u",
    },
    { type: "preference", preferred_id: id, rejected_id: `${id}-inline` },
    { type: "applause" },
  ];
  const sendAll = async (id: string) => [
    ...(await send(serverOf(project), kinds(id))),
    ...(await send(browserOf(project, id), [thumb(id), copy(id)])),
  ];
  const first = statuses(await sendAll("first"));

  // What zod compiles a schema with.
  const compiled = vi.fn();
  const Original = Function;
  vi.stubGlobal(
    "Function",
    new Proxy(Original, {
      construct(target, args) {
        compiled(String(args.at(-1)).slice(0, 200));
        return Reflect.construct(target, args) as object;
      },
    }),
  );
  expect(statuses(await sendAll("second"))).toEqual(first);
  expect(compiled.mock.calls).toEqual([]);
  const { z } = await import("zod");
  z.object({ a: z.string() }).safeParse({ a: "" });
  expect(compiled, "a new schema would have been seen").toHaveBeenCalled();
});

import { expect, it } from "vitest";
import { feedbackToken } from "#lib/platform/auth/feedback-token.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, quote, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { logInteractions, withdraw } from "../ingest/index.ts";

testDatabase();

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    ({ status, code, message }) => [status, code, message].join(" "),
  );

it("responds to someone else's event as to one that does not exist, whatever token is sent", async () => {
  const [project, other] = [{ ...(await testProject()), writesPerMinute: 1_000 }, await testProject()];
  const logs = ["i", "j"].map((interaction_id) => ({ ...answer, interaction_id }));
  await logInteractions(project, logs as never);
  const theirs = { device_id: "theirs" };
  const given = await send(browserOf(project, "i"), [
    thumb("i", { feedback_id: "there", ...theirs }),
    quote("i", { annotation_id: "there", ...theirs }),
  ]);
  const preference = { preferred_id: "i", rejected_id: "j", preference_id: "there", user_id: "theirs" };
  const compared = await send(serverOf(project), [{ type: "preference", ...preference }]);
  expect(statuses([...given, ...compared])).toEqual([201, 201, 201]);

  const token = (id: string, of = project) => feedbackToken(of, id, new Date());
  const tokens: [expected: string, token: string | null][] = [
    ["403 token_missing", null],
    ["403 token_malformed", "nonsense"],
    ["403 token_changed", `${token("i").split(".")[0]}.${token("j").split(".")[1]}`],
    ["403 token_expired", feedbackToken(project, "i", new Date(0))],
    ["403 token_for_other_project", token("i", other)],
    ["404 not_found", token("i")],
    ["404 not_found", token("j")],
    ["404 not_found", token("never logged")],
  ];
  for (const kind of ["feedback", "annotation", "preference"] as const) {
    for (const [expected, feedbackToken] of tokens) {
      const sender = browserOf(project, "i", { feedbackToken, deviceId: "mine" });
      const there = await refusalOf(withdraw(sender, kind, "there"));
      expect(there, kind).toContain(expected);
      expect(await refusalOf(withdraw(sender, kind, "thera")), kind).toBe(there.replace("there”", "thera”"));
    }
  }
});

import { describe, expect, it } from "vitest";
import { hmac } from "#lib/platform/auth/hmac.ts";
import { db } from "#lib/platform/db/client.ts";
import { testDatabase } from "#tests/database/database.ts";
import { answer, copy, quote, type Result, send, statuses, thumb } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { cleanUpCollection, withdraw } from "../ingest/index.ts";
import { getInteraction } from "../interactions/index.ts";
import { log, outcomes, ratings } from "./testing/rated-answers.ts";

testDatabase();

/** A token as issued before tokens contained user or session. */
const oldToken = ({ projectId, tokenKey }: TestProject, id = "i") => {
  const claims = [1, "feedback", projectId, id, Math.floor(Date.now() / 1000) + 86_400];
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${payload}.${hmac(tokenKey, payload).digest("base64url")}`;
};

describe.each([
  ["with the token of its answer", (project: TestProject, token: string) => ({ project, token })],
  ["with a token of before", (project: TestProject) => ({ project, token: oldToken(project) })],
])("an answer that was given to a user, %s", (_, holding) => {
  const holder = async (named: object) => {
    const { project, token } = await testProject().then(async (made) =>
      holding(made, await log(made, named)),
    );
    return { project, sender: browserOf(project, "i", { feedbackToken: token }) };
  };

  it("has one rating by that user, from any device", async () => {
    const { project, sender } = await holder({ user_id: "u", session_id: "s" });
    const results = await send(sender, [
      thumb("i", { user_id: "u", device_id: "a" }),
      thumb("i", { device_id: "b", session_id: "later", rating_value: 0 }),
      thumb("i"),
    ]);
    expect(statuses(results)).toEqual([201, 200, 200]);
    const server = await send(serverOf(project), [thumb("i", { user_id: "u", rating_value: 0 })]);
    expect(statuses(server)).toEqual([200]);
    const { userHash } = (await getInteraction(project.projectId, "i")) ?? {};
    expect(await ratings(project)).toMatchObject([{ rater: `user:${userHash}`, userHash, ratingValue: 0 }]);
  });

  it("cannot be rated by anyone else", async () => {
    const { project, sender } = await holder({ user_id: "u" });
    const invented = Array.from({ length: 30 }, (_, index) => thumb("i", { user_id: `ghost-${index}` }));
    const results = await send(sender, [
      ...invented,
      quote("i", { user_id: "v" }),
      copy("i", { user_id: "v" }),
    ]);
    expect(new Set(outcomes(results))).toEqual(new Set(["token_for_other_user"]));
    expect(results).toHaveLength(32);
    expect(await ratings(project)).toEqual([]);
  });

  it("given to a session, has one rating by that session", async () => {
    const { project, sender } = await holder({ session_id: "s" });
    const results = await send(sender, [
      thumb("i", { session_id: "s" }),
      thumb("i", { user_id: "anybody", rating_value: 0 }),
      thumb("i", { session_id: "t" }),
      quote("i", { session_id: "t" }),
      copy("i", { session_id: "t" }),
    ]);
    expect(outcomes(results)).toEqual([201, 200, ...Array(3).fill("token_for_other_session")]);
    expect(await ratings(project)).toMatchObject([
      { rater: expect.stringMatching(/^session:/), userHash: null, ratingValue: 0 },
    ]);
  });

  it("keeps ratings that its server sent for others from being withdrawn", async () => {
    const { project, sender } = await holder({ user_id: "u" });
    await send(serverOf(project), [
      thumb("i", { user_id: "v", feedback_id: "theirs" }),
      quote("i", { user_id: "v", annotation_id: "theirs" }),
      quote("i", { user_id: "u", annotation_id: "own" }),
    ]);
    await send(sender, [thumb("i", { feedback_id: "own" })]);
    await expect(withdraw(sender, "feedback", "theirs")).rejects.toMatchObject({ code: "not_found" });
    await expect(withdraw(sender, "annotation", "theirs")).rejects.toMatchObject({
      code: "not_found",
    });
    await withdraw(sender, "feedback", "own");
    await withdraw(sender, "annotation", "own");
    expect((await ratings(project)).map(({ feedbackId }) => feedbackId)).toEqual(["theirs"]);
  });
});

describe("an answer logged without user and session", () => {
  const open = async (limits: Partial<TestProject> = {}) => {
    const project = { ...(await testProject()), writesPerMinute: 1_000, ...limits };
    const feedbackToken = await log(project);
    const at = (address: string) => browserOf(project, "i", { feedbackToken, address });
    return { project, sender: at("192.0.2.1"), at };
  };

  it("can be rated by each device, whatever user or session it states", async () => {
    const { project, sender } = await open();
    const results = await send(sender, [
      thumb("i", { device_id: "a", user_id: "u" }),
      thumb("i", { device_id: "b", user_id: "u", rating_value: 0 }),
      thumb("i", { device_id: "a", user_id: "w", session_id: "s", rating_value: 0 }),
      thumb("i", { user_id: "x" }),
      thumb("i", { user_id: "y", session_id: "t", rating_value: 0 }),
    ]);
    expect(statuses(results)).toEqual([201, 201, 200, 201, 200]);
    const stored = await ratings(project);
    expect(stored.map(({ rater }) => rater.split(":")[0])).toEqual(["device", "device", "token"]);
    expect(stored.map(({ userHash }) => userHash)).toEqual([null, null, null]);
    expect(JSON.stringify(await db().voter.findMany())).not.toMatch(/"(a|b|192\.0\.2\.1)"/);
  });

  it("takes the device from the header if the body has none", async () => {
    const { project, sender } = await open();
    await send({ ...sender, deviceId: "a" }, [thumb("i"), thumb("i", { device_id: "b" })]);
    await send({ ...sender, deviceId: "b" }, [thumb("i")]);
    expect(await ratings(project)).toHaveLength(2);
    const [refused] = await send({ ...sender, deviceId: " " }, [thumb("i")]);
    expect(refused).toMatchObject({ status: 400, code: "invalid_header" });
  });

  it("does not let a device withdraw another one's rating", async () => {
    const { project, sender } = await open();
    await send(sender, [
      thumb("i", { device_id: "a", feedback_id: "of-a" }),
      quote("i", { device_id: "a", annotation_id: "of-a" }),
      thumb("i", { feedback_id: "of-token" }),
    ]);
    for (const deviceId of ["b", null]) {
      const other = { ...sender, deviceId };
      await expect(withdraw(other, "feedback", "of-a")).rejects.toMatchObject({ code: "not_found" });
      await expect(withdraw(other, "annotation", "of-a")).rejects.toMatchObject({
        code: "not_found",
      });
    }
    await withdraw({ ...sender, deviceId: "a" }, "feedback", "of-a");
    await withdraw({ ...sender, deviceId: "a" }, "annotation", "of-a");
    await withdraw(sender, "feedback", "of-token");
    expect(await ratings(project)).toEqual([]);
  });

  it("accepts at most five of them, and reports when there were more", async () => {
    const { project, at } = await open();
    const votes = Array.from({ length: 30 }, (_, index) => thumb("i", { device_id: `d-${index}` }));
    const results = await send(at("192.0.2.1"), votes.slice(0, 15));
    for (const [index, vote] of votes.slice(15).entries())
      results.push(...(await send(at(`198.51.100.${index}`), [vote])));
    expect(statuses(results.slice(0, 5))).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(outcomes(results.slice(5)))).toEqual(new Set(["too_many_voters"]));
    expect(await ratings(project)).toHaveLength(5);
    expect(await getInteraction(project.projectId, "i")).toMatchObject({ votersRefusedAt: expect.any(Date) });
    const [again, annotated, watched] = await send(at("192.0.2.1"), [
      thumb("i", { device_id: "d-0", rating_value: 0 }),
      quote("i", { device_id: "d-29" }),
      copy("i", { device_id: "d-29" }),
    ]);
    expect(outcomes([again, annotated, watched] as Result[])).toEqual([200, "too_many_voters", 201]);
  });

  it("accepts no more from one address than the project allows", async () => {
    const { project, at } = await open({ votersPerAnswer: 4, votersPerAddress: 2 });
    const vote = (device: string) => thumb("i", { device_id: device });
    const first = await send(at("192.0.2.1"), [vote("a"), vote("b"), vote("c")]);
    const second = await send(at("192.0.2.2"), [vote("d"), vote("c"), vote("e")]);
    expect(outcomes([...first, ...second])).toEqual([
      201,
      201,
      "too_many_voters",
      201,
      201,
      "too_many_voters",
    ]);
    expect(await ratings(project)).toHaveLength(4);
  });

  it("accepts no more even if they all arrive at once", async () => {
    const { project, at } = await open();
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        send(at(`192.0.2.${index}`), [thumb("i", { device_id: `d-${index}` })]).catch((error) => [error]),
      ),
    );
    const refused = results.flat().filter(({ code }) => code === "too_many_voters");
    expect(refused).toHaveLength(35);
    expect(await ratings(project)).toHaveLength(5);
    expect(await db().voter.count({ where: { projectId: project.projectId } })).toBe(5);
  });

  it("reports nothing while there was room for everyone", async () => {
    const { project, sender } = await open();
    await send(sender, [thumb("i", { device_id: "a" })]);
    expect(await getInteraction(project.projectId, "i")).toMatchObject({ votersRefusedAt: null });
  });

  it("lets a server name anyone", async () => {
    const { project } = await open();
    const votes = Array.from({ length: 8 }, (_, index) => thumb("i", { user_id: `u-${index}` }));
    expect(new Set(statuses(await send(serverOf(project), votes)))).toEqual(new Set([201]));
    const devices = [thumb("i", { device_id: "a" }), thumb("i", { device_id: "b" })];
    expect(statuses(await send(serverOf(project), devices))).toEqual([201, 201]);
    expect(await ratings(project)).toHaveLength(10);
  });

  it("distinguishes a retry from another device's event", async () => {
    const { sender } = await open();
    const results = await send(sender, [
      thumb("i", { device_id: "a", feedback_id: "f" }),
      thumb("i", { device_id: "a", feedback_id: "f" }),
      thumb("i", { device_id: "b", feedback_id: "f" }),
      quote("i", { device_id: "a", annotation_id: "n" }),
      quote("i", { device_id: "b", annotation_id: "n" }),
    ]);
    expect(outcomes(results)).toEqual([201, 201, "id_reused", 201, "id_reused"]);
  });

  it("has its raters deleted when its token has expired, except for the fact that some were rejected", async () => {
    const { project, sender } = await open({ votersPerAnswer: 1 });
    await log(project, {}, "j");
    await send(sender, [thumb("i", { device_id: "a" }), thumb("i", { device_id: "b" })]);
    await send(browserOf(project, "j"), [thumb("j", { device_id: "a" })]);
    const where = { projectId: project.projectId };
    await db().voter.updateMany({ where, data: { createdAt: new Date(Date.now() - 32 * 86_400_000) } });
    await cleanUpCollection();
    expect(await db().voter.count({ where })).toBe(0);
    expect(await db().ballot.findMany({ where })).toMatchObject([{ interactionId: "i" }]);
  });
});

describe("a token", () => {
  it("gets the same response again, for the same user", async () => {
    const project = await testProject();
    const body = { user_id: "u", session_id: "s" };
    expect(await log(project, body)).toBe(await log(project, body));
    const [payload = ""] = (await log(project, body)).split(".");
    expect(Buffer.from(payload, "base64url").toString()).not.toMatch(/"(u|s)"/);
  });

  it("keeps a device's rating from before its answer was logged in full, which then belongs to the user", async () => {
    const project = await testProject();
    await send(serverOf(project), [thumb("i", answer)]);
    await send(browserOf(project, "i"), [thumb("i", { device_id: "a" })]);
    const token = await log(project, { user_id: "u" });
    const results = await send(browserOf(project, "i", { feedbackToken: token }), [
      thumb("i", { device_id: "a" }),
    ]);
    expect(statuses(results)).toEqual([201]);
    expect((await ratings(project)).map(({ rater }) => rater.split(":")[0])).toEqual([
      "token",
      "device",
      "user",
    ]);
  });
});

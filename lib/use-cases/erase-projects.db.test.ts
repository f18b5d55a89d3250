import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/database.ts";
import { eraseWhole } from "#tests/database/erase-whole.ts";
import { answer, copy, quote, thumb } from "#tests/fixtures/events.ts";
import { type TestProject, testProject } from "#tests/fixtures/project.ts";
import { browserOf, serverOf } from "#tests/fixtures/sender.ts";
import { changeRule, createRule } from "../act/alerts/index.ts";
import { insertRun } from "../act/bench/index.ts";
import { type FoundProblem, recordLook } from "../act/problems/index.ts";
import { createPrompt, moveLabel } from "../act/prompts/index.ts";
import { alertRuleSchema } from "../domain/alert-rule.ts";
import { countMetrics } from "../evaluate/metrics/index.ts";
import { collectMixed, logInteraction } from "../observe/ingest/index.ts";
import { saveView } from "../observe/saved-views/index.ts";
import { indexProject } from "../observe/search/index.ts";
import { authenticateKey } from "../platform/api-keys/authenticate-key.ts";
import { addKey } from "../platform/api-keys/key-list.ts";
import { db, Prisma } from "../platform/db/client.ts";
import { newId } from "../platform/ids.ts";
import { type RecurringJob, startJobs } from "../platform/jobs/index.ts";
import { deleteProject } from "../platform/projects/delete-project.ts";
import { renameProject } from "../platform/projects/rename-project.ts";
import { chargeWrites } from "../platform/rate-limit/write-allowance.ts";
import { changeInbox } from "./inbox/change-inbox.ts";

const database = testDatabase();

type AskFor = Parameters<RecurringJob["run"]>[0];

/** A word that stands in every text of the project that goes. */
const CANARY = "kanarienvogel";

/** Puts something of a project into every table that takes something of a project. */
async function fill(project: TestProject): Promise<void> {
  const { projectId } = project;
  const texts = { input: CANARY, prompt_text: CANARY, response_text: `${CANARY} wrong`, tenant: CANARY };
  await logInteraction(project, {
    ...answer,
    ...texts,
    feature_name: CANARY,
    interaction_id: CANARY,
  } as never);
  const said = [
    thumb(CANARY, { feedback_id: `${CANARY}-1`, feedback_comment: CANARY, rating_categories: [CANARY] }),
    {
      type: "feedback",
      interaction_id: CANARY,
      rating_type: "correction",
      correction_text: `${CANARY} right`,
    },
    quote(CANARY, { comment: CANARY, user_id: CANARY }),
    copy(CANARY, { session_id: CANARY }),
    thumb(`${CANARY} to come`, { feedback_comment: CANARY }),
  ];
  await collectMixed(serverOf(project, { idempotencyKey: CANARY }), said);
  await chargeWrites(browserOf(project, CANARY).caller, "192.0.2.7", "feedback", 1);
  await addKey(projectId, "secret", CANARY);
  await saveView(projectId, { name: CANARY, query: `q=${CANARY}` }, "somebody");
  const change = { add_tags: [CANARY], note: CANARY };
  const items = { ids: [{ kind: "answer" as const, ref: CANARY }] };
  await changeInbox(projectId, items, change, { name: CANARY, id: CANARY });
  await fillPrompts(projectId);
  await fillNotifications(projectId);
  await fillProblems(projectId);
  await fillThemes(projectId);
  await fillAlerts(projectId);
  await fillImpact(projectId);
  const redactionPatterns = [{ name: CANARY, pattern: CANARY }];
  await db().project.update({ where: { projectId }, data: { redactionPatterns } });
  await countMetrics(projectId);
  await indexProject(projectId);
  // Marks that nobody has taken yet.
  await collectMixed(serverOf(project), [copy(CANARY)]);
  for (const [table, count] of Object.entries(await rowsOf(project)))
    if (count === 0) await insertAnything(table, projectId);
}

async function fillPrompts(projectId: string): Promise<void> {
  const author = { name: CANARY, mayMoveProtected: false };
  const draft = {
    ...{ kind: "text" as const, content: CANARY, variables: [CANARY], includes: [] },
    ...{ modelName: CANARY, modelParams: { [CANARY]: 1 }, note: CANARY },
  };
  await createPrompt({ projectId, template: CANARY, draft, author, logged: [] });
  const key = { projectId, template: CANARY, label: CANARY };
  await moveLabel(key, { version: "v1", reason: CANARY }, author);
  await insertRun({
    ...{ projectId, template: CANARY, version: "v1", inputs: "latest", asked: 1, inputAs: CANARY },
    ...{ content: CANARY, variables: [CANARY], modelName: CANARY, modelParams: { [CANARY]: 1 } },
    ...{ prices: null, startedBy: CANARY, answers: [{ interactionId: CANARY, reason: CANARY }] },
  });
}

async function fillNotifications(projectId: string): Promise<void> {
  const key = { projectId, channelId: newId() };
  const made = { createdBy: CANARY, createdAt: new Date() };
  await db().notificationChannel.create({
    data: { ...key, kind: "email", name: CANARY, config: { template: CANARY }, kinds: [CANARY], ...made },
  });
  await db().mailRecipient.create({ data: { ...key, email: CANARY } });
  const payload = { title: CANARY };
  await db().notificationDelivery.create({
    data: {
      ...{ ...key, deliveryId: newId(), notificationId: CANARY, kind: "test", payload, recipient: CANARY },
      createdAt: new Date(),
    },
  });
}

async function fillProblems(projectId: string): Promise<void> {
  const found: FoundProblem = {
    ...{ kind: "category", category: CANARY, against: "own", title: CANARY, scope: { model: CANARY } },
    ...{ beganAt: new Date(), usual: 0.1, usualOf: 9, n: 9, bad: 9, expected: 1, dispersion: 1 },
    ...{ raters: 9, met: 9, worse: 0.9, harm: 8 },
  };
  const look = { usualOf: 9, groups: 1 };
  await recordLook(projectId, () => ({ opened: [found], seen: [], steps: [], look }));
}

async function fillThemes(projectId: string): Promise<void> {
  const [at, themeId] = [new Date(), newId()];
  const terms = [{ term: CANARY, shown: CANARY, weight: 1 }];
  const seen = { firstSeen: at, lastSeen: at, askedTerms: [CANARY], namer: CANARY, description: CANARY };
  await db().theme.create({
    data: { projectId, themeId, voice: "said", language: "en", terms, title: CANARY, ...seen },
  });
  const text = { textId: CANARY, interactionId: CANARY, feedbackId: `${CANARY}-1`, rater: CANARY };
  await db().themeText.create({ data: { projectId, themeId, ...text, answeredAt: at } });
}

async function fillAlerts(projectId: string): Promise<void> {
  const sent = { name: CANARY, metric: `category:${CANARY}`, scope: { model: CANARY } };
  const rule = alertRuleSchema.parse({ ...sent, condition: { type: "change", by: 0.1 } });
  const { ruleId } = await createRule(projectId, rule, CANARY);
  await changeRule(projectId, ruleId, { enabled: false }, CANARY);
}

async function fillImpact(projectId: string): Promise<void> {
  const [at, key] = [new Date(), { projectId, improvementId: newId() }];
  const of = { sourceKey: CANARY, template: CANARY, version: CANARY, name: CANARY, scope: { model: CANARY } };
  const when = { since: at, shippedAt: at, createdAt: at, createdBy: CANARY };
  await db().improvement.create({
    data: { ...key, ...of, ...when, source: "manual", categories: [CANARY], holdOut: 0.1 },
  });
  await db().improvementText.create({ data: { ...key, language: "en", title: CANARY, description: CANARY } });
  await db().improvementNotice.create({
    data: { ...key, rater: CANARY, interactionId: CANARY, heldOut: false },
  });
}

/** A row of made-up values, for a table that nothing above writes to. */
async function insertAnything(table: string, projectId: string): Promise<void> {
  const columns = await db().$queryRaw<{ name: string; type: string }[]>`
    SELECT attname::text AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped`;
  const values = columns.map(({ name, type }) => {
    if (name === "project_id") return `'${projectId}'`;
    if (type.endsWith("[]")) return "'{}'";
    if (type.startsWith("timestamp")) return "now()";
    if (/^(integer|bigint|smallint|double|numeric|real)/.test(type)) return "1";
    if (type === "date") return "current_date";
    if (type === "uuid") return "gen_random_uuid()";
    if (type === "boolean") return "false";
    if (type === "bytea") return `convert_to('${CANARY}', 'UTF8')`;
    if (type === "text") return `'${CANARY}'`;
    return type === "jsonb" ? `'"${CANARY}"'` : `(enum_range(NULL::${type}))[1]`;
  });
  await db().$executeRawUnsafe(`INSERT INTO ${table} VALUES (${values.join(", ")})`);
}

/** Every table of every schema that people's data could be in. */
const allTables = () => db().$queryRaw<{ name: string }[]>`
  SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
  WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`;

/** The tables in which a text stands anywhere, as text or as bytes. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await allTables();
  const bytes = [text.replaceAll("-", ""), Buffer.from(text).toString("hex")];
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const table = Prisma.raw(name);
      const rows = await db().$queryRaw<unknown[]>`
        SELECT FROM ${table} AS t WHERE lower(t::text) LIKE ANY(${[text, ...bytes].map((part) => `%${part}%`)}) LIMIT 1`;
      return rows.length > 0 ? [name] : [];
    }),
  );
  return found.flat().sort();
}

/** How many rows of a project each table has. */
async function rowsOf({ projectId }: TestProject): Promise<Record<string, number>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'project_id' AND table_schema = 'public'`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await db().$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM ${Prisma.raw(name)} WHERE project_id = ${projectId}::uuid`;
      return [name, row?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
}

it("leaves nothing of a deleted project in any table, queues included, and all of another", async () => {
  const [gone, kept] = [await testProject(), await testProject()];
  // Queues as they are while jobs run, with what was asked for these projects.
  const ask = {
    name: "ask",
    everySeconds: 1,
    run: (asks: AskFor) => asks("count", [gone.projectId, kept.projectId]),
  };
  const stop = startJobs(database.url, {
    recurring: [ask],
    keyed: [{ name: "count", atOnce: 1, run: async () => {} }],
  });
  await expect
    .poll(() => tablesWith(gone.projectId), { timeout: 20_000 })
    .toContainEqual(expect.stringMatching(/^pgboss/));
  await stop();
  await fill(gone);
  await fill(kept);
  await renameProject(gone.projectId, CANARY);
  const before = await rowsOf(gone);
  const empty = Object.entries(before).flatMap(([name, count]) => (count === 0 ? [name] : []));
  expect(empty, "every table has something of the project").toEqual([]);
  const keptBefore = await rowsOf(kept);

  await deleteProject(gone.projectId, CANARY);
  for (const key of [gone.secretKey, gone.publishableKey]) {
    const asked = authenticateKey(`Bearer ${key}`, ["secret", "publishable"]);
    await expect(asked, "keys stop at once").rejects.toMatchObject({ code: "credentials_invalid" });
  }
  await eraseWhole();
  expect(await tablesWith(gone.projectId)).toEqual([]);
  expect(await rowsOf(kept)).toEqual(keptBefore);
  expect(await tablesWith(kept.projectId)).not.toEqual([]);

  await deleteProject(kept.projectId, kept.name);
  await eraseWhole();
  expect(await tablesWith(CANARY), "no word that was typed into either is left").toEqual([]);
});

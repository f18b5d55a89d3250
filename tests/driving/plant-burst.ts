import { logInteractions } from "#lib/observe/ingest/index.ts";
import { db } from "#lib/platform/db/client.ts";
import { detectBursts } from "#lib/use-cases/detect-bursts.ts";
import { findProject } from "#scripts/find-project.ts";
import { withDatabase } from "#scripts/with-database.ts";
import { send, thumb } from "../fixtures/events.ts";
import { browserOf } from "../fixtures/sender.ts";

/** Of honest people, and of one stranger. */
const [HONEST, INVENTED] = [20, 40];

/**
 * Gives a project ten quiet days of history, honest thumbs up from as many addresses, and thumbs down that one address
 * sends at once, through what stores them for pages, and looks for bursts as the job does. A process of its own, beside
 * the app: nobody can wait for ten days of history.
 */
await withDatabase(async () => {
  const project = await findProject(process.argv[2]);
  const { projectId } = project;
  const now = new Date();
  const hour = Math.floor(now.getTime() / 3_600_000) * 3_600_000;
  await db().voteHour.createMany({
    data: Array.from({ length: 240 }, (_, index) => ({
      ...{ projectId, kind: "address" as const, hour: new Date(hour - (index + 2) * 3_600_000) },
      ...{ votes: 4, groups: 4, largest: 1, keys: [], counts: [] },
    })),
  });
  const ids = Array.from({ length: HONEST + INVENTED }, (_, index) => `answer ${index}`);
  await logInteractions(
    project,
    ids.map((interaction_id) => ({
      ...{ interaction_id, feature_name: "summary", model_name: "small", response_text: "It says so." },
    })) as never,
  );
  for (const [index, id] of ids.entries()) {
    const isHonest = index < HONEST;
    const address = isHonest ? `203.0.113.${index}` : "198.51.100.7";
    const agent = `Agent ${"abcdefghijklmnopqrst".slice(index % 20)}`;
    const sender = browserOf(project as never, id, { address, agent, deviceId: `device ${index}` });
    await send(sender, [thumb(id, { rating_value: isHonest ? 1 : 0 })]);
  }
  await detectBursts(projectId);
});

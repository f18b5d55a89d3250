import { EDIT_KINDS, type EditKind } from "#lib/domain/edit-kind.ts";
import { type Rate, rate } from "#lib/domain/rate.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { readGroups } from "./slices/groups-store.ts";
import { readParts } from "./slices/parts-store.ts";
import { wholeWindow } from "./slices/spans.ts";

/** How many corrections did one thing to their answers. */
export interface EditKindRow {
  kind: EditKind;
  count: number;
  /** Of the corrections that were compared with their answers. One may do several things: shares do not add up to 1. */
  share: Rate;
}

/** What corrections do to answers: every kind, the most frequent first. */
export async function editKinds(filter: MetricFilter): Promise<EditKindRow[]> {
  await refreshMetrics(filter.projectId);
  const spans = wholeWindow(filter, filter.tz);
  const [[all], parts] = await Promise.all([
    readGroups(filter, spans),
    readParts(filter, spans, { kinds: ["edit_kind"] }),
  ]);
  const measured = all?.counts.measured ?? 0;
  const counts = new Map(parts.map(({ name, count }) => [name, count]));
  return EDIT_KINDS.map((kind) => {
    // The two are read one after the other: a correction that was taken back in between must not make more of part than of all.
    const count = Math.min(counts.get(kind) ?? 0, measured);
    return { kind, count, share: rate(count, measured) };
  }).sort((one, other) => other.count - one.count);
}

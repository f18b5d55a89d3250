import { EDIT_KINDS, type EditKind } from "#lib/domain/edit-kind.ts";
import { type Rate, rate } from "#lib/domain/rate.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { readGroups } from "./slices/groups-store.ts";
import { readParts } from "./slices/parts-store.ts";
import { wholeWindow } from "./slices/spans.ts";

/** The number of corrections with a kind of edit. */
export interface EditKindRow {
  kind: EditKind;
  count: number;
  /** Share of the analyzed corrections. A correction can have several kinds, so shares do not add up to 1. */
  share: Rate;
}

/** All kinds of edits, most frequent first. */
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
    // The two are read one after the other; a correction removed in between must not make a part larger than the whole.
    const count = Math.min(counts.get(kind) ?? 0, measured);
    return { kind, count, share: rate(count, measured) };
  }).sort((one, other) => other.count - one.count);
}

import { Problem } from "#lib/platform/problem/index.ts";
import type { ServedBody } from "#lib/platform/served-bodies.ts";
import { findModel, type ModelLabelKey } from "./label-store.ts";
import { servedModel } from "./served-cache.ts";

/**
 * The model of a feature as a product reads it, ready to be sent. Made anew every three seconds at most, and at once after
 * a move in this process.
 * @throws Problem 404 where the feature has no such label.
 */
export const serveModel = ({ projectId, feature, label }: ModelLabelKey): Promise<ServedBody> =>
  servedModel(projectId, [feature, label], async () => {
    const model = await findModel({ projectId, feature, label });
    if (model !== null) return { feature, label, model_name: model };
    const path = [feature, "labels", label].map(encodeURIComponent).join("/");
    throw new Problem(
      "not_found",
      `No model of “${feature}” has the label “${label}”. PUT /api/models/${path} gives it to one.`,
    );
  });

import { callSafely } from "../client/waiter.ts";
import { keptReads, type ReadHost, type Served } from "./kept-reads.ts";

/** Which model is wanted, and what stands in where none was ever fetched. */
export interface ModelOptions {
  /** The label whose model is wanted; `production` unless told. */
  label?: string | undefined;
  fallback: string;
}

/** What an interaction tells of the model that it was made with: to be spread into `logInteraction`. */
// Not an interface: those are not taken where a record of JSON is wanted.
export type ModelTrack = {
  feature_name: string;
  model_name: string;
};

/** The model of a feature. */
export interface FeatureModel {
  modelName: string;
  /** Whether the fallback is used. */
  isFallback: boolean;
  track: ModelTrack;
}

/** Gets the model of a feature; never throws, and waits only where nothing was fetched before. */
export type GetModel = (feature: string, options: ModelOptions) => Promise<FeatureModel>;

/** What went wrong with the model of a feature, while the product got one all the same. */
export interface ModelFault {
  /** The model that was fetched last is used, or the fallback. */
  code: "fetch_failed";
  feature: string;
  detail: string;
}

/** What the models of a client stand on. */
export interface ModelHost extends ReadHost {
  onFault?: ((fault: ModelFault) => void) | undefined;
}

/**
 * Gets the models of features from the server, and keeps them: one that is known is given at once and asked for anew in the
 * background when it is older than ten seconds. Nothing of it throws.
 */
export function modelGetter(host: ModelHost): GetModel {
  const read = keptReads<string>(host, ({ served: { name }, value }, detail) => {
    const used = value === null ? "the fallback is used" : `${value} is used`;
    const fault: ModelFault = {
      code: "fetch_failed",
      feature: name,
      detail: `${detail} (${used})`,
    };
    callSafely(() => host.onFault?.(fault));
  });
  return async (feature, { label, fallback }) => {
    // No label has a space.
    const { value } = await read(`${label ?? ""} ${feature}`, () => served(feature, label));
    const modelName = value ?? fallback;
    const track = { feature_name: feature, model_name: modelName };
    return { modelName, isFallback: value === null, track };
  };
}

const served = (feature: string, label: string | undefined): Served<string> => ({
  name: feature,
  path: () => {
    const address = `/api/models/${encodeURIComponent(feature)}`;
    return label === undefined ? address : `${address}?label=${encodeURIComponent(label)}`;
  },
  read: readModel,
});

/** The model's name in the server's JSON; null for anything else. */
function readModel(json: unknown): string | null {
  if (typeof json !== "object" || json === null || !("model_name" in json)) return null;
  const { model_name: name } = json;
  return typeof name === "string" && name !== "" ? name : null;
}

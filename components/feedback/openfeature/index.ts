/** The entry point `whetstone/openfeature`: experiments as flags, for the OpenFeature SDK for servers. */

export { trackOf, WhetstoneProvider, type WhetstoneProviderOptions } from "./provider.ts";
export type { VariantValues } from "./variant-value.ts";

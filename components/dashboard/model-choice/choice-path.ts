/** The path of the page where a feature's model is chosen. */
export const choicePath = (base: string, feature: string): string =>
  `${base}/models/${encodeURIComponent(feature)}`;

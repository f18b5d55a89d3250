/** Where browsers say whether their user minds being watched. */
export interface TrackingWishes {
  navigator?: { doNotTrack?: unknown; globalPrivacyControl?: unknown } | undefined;
  /** Safari said it here. */
  doNotTrack?: unknown;
}

/** Whether the reader asks by their browser not to be watched: Do Not Track or Global Privacy Control. */
export function trackingRefused({ navigator, doNotTrack }: TrackingWishes): boolean {
  const refuses = (wish: unknown) => wish === "1" || wish === "yes";
  return (
    refuses(navigator?.doNotTrack) || refuses(doNotTrack) || Boolean(Number(navigator?.globalPrivacyControl))
  );
}

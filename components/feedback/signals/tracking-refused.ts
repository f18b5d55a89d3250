/** Where browsers say whether their user objects to tracking. */
export interface TrackingWishes {
  navigator?: { doNotTrack?: unknown; globalPrivacyControl?: unknown } | undefined;
  /** Used by Safari. */
  doNotTrack?: unknown;
}

/** Whether the browser sends Do Not Track or Global Privacy Control. */
export function trackingRefused({ navigator, doNotTrack }: TrackingWishes): boolean {
  const refuses = (wish: unknown) => wish === "1" || wish === "yes";
  return (
    refuses(navigator?.doNotTrack) || refuses(doNotTrack) || Boolean(Number(navigator?.globalPrivacyControl))
  );
}

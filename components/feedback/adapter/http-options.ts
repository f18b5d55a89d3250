/** How to reach a Whetstone server for one interaction. */
export interface HttpAdapterOptions {
  /** The URL of Whetstone, such as `https://feedback.example.com`; "" for the page's own origin. */
  baseUrl: string;
  /** `pk_…`. Visible to anyone; never use a secret key here. */
  publishableKey: string;
  /** The token returned when the interaction was logged. It authorizes rating it. */
  feedbackToken: string;
  userId?: string | undefined;
  sessionId?: string | undefined;
  /**
   * Identifies this device if the interaction has no user or session. Defaults to an id kept in localStorage;
   * pass your own if there is no localStorage.
   */
  deviceId?: string | undefined;
  /** Timeout for a response in milliseconds. Defaults to 20 seconds. */
  timeoutMs?: number | undefined;
  /** Replaces the global `fetch`. Pass the same function every time: each function gets its own queue. */
  fetch?: typeof fetch | undefined;
}

/** How to reach a Whetstone server for one interaction. */
export interface HttpAdapterOptions {
  /** Where Whetstone runs, such as `https://feedback.example.com`; "" for the page's own origin. */
  baseUrl: string;
  /** `pk_…`: may be seen by anyone. Never a secret key. */
  publishableKey: string;
  /** What logging the interaction answered; it stands for the right to rate it. */
  feedbackToken: string;
  userId?: string | undefined;
  sessionId?: string | undefined;
  /**
   * Stands for this device, where nobody named who was answered. Kept in localStorage unless told; tell one that you keep
   * where there is no localStorage.
   */
  deviceId?: string | undefined;
  /** How long to wait for an answer, in milliseconds; 20 seconds unless told. */
  timeoutMs?: number | undefined;
  /** Stands in for the page's own `fetch`. Give the same function every time: each has a queue of its own. */
  fetch?: typeof fetch | undefined;
}

import { scriptSettings } from "./read-settings.ts";

/** The settings of all elements on the page. */
export const pageSettings = scriptSettings(WHETSTONE_SCRIPT);

const listeners = new Set<() => void>();

/** Calls `listener` when the page's settings change, while it is `there`. */
export const watchSettings = (listener: () => void, there: boolean): unknown =>
  there ? listeners.add(listener) : listeners.delete(listener);

/** Changes the page's settings; missing ones stay the same. */
export function configurePage(options: { server?: string | undefined; key?: string | undefined }): void {
  pageSettings.server = options.server ?? pageSettings.server;
  pageSettings.key = options.key ?? pageSettings.key;
  for (const listener of listeners) listener();
}

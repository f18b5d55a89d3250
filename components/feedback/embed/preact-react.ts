/** Replaces `react` in embed.js, with only what the widgets use. */
import { type ComponentChild, createElement as createPreactElement, render } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

export {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "preact/hooks";

/** Renders a component into a root; null removes it. */
export function draw<Props extends object>(
  component: ((props: Props) => unknown) | null,
  props: Props,
  root: ShadowRoot,
): void {
  const drawn = component as unknown as (props: object) => ComponentChild;
  render(component && createPreactElement(drawn, props), root as unknown as HTMLElement);
}

/** Like React's, for stores whose `subscribe` and `read` never change. */
export function useSyncExternalStore<Snapshot>(
  subscribe: (listener: () => void) => () => void,
  read: () => Snapshot,
): Snapshot {
  const [, setSeen] = useState(read);
  useLayoutEffect(() => {
    const look = () => setSeen(() => read());
    look();
    return subscribe(look);
  }, [subscribe, read]);
  return read();
}

/** Like React's, without concurrent rendering. */
export const useDeferredValue = <Value>(value: Value): Value => value;

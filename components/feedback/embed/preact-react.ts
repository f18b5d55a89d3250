/** Stands in for `react` in embed.js: what the widgets use of it, and no more. */
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

/** Draws a component into a root; null takes away what is drawn there. */
export function draw<Props extends object>(
  component: ((props: Props) => unknown) | null,
  props: Props,
  root: ShadowRoot,
): void {
  const drawn = component as unknown as (props: object) => ComponentChild;
  render(component && createPreactElement(drawn, props), root as unknown as HTMLElement);
}

/** As React's, for stores whose `subscribe` and `read` stay the same. */
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

/** As React's where nothing interrupts a rendering. */
export const useDeferredValue = <Value>(value: Value): Value => value;

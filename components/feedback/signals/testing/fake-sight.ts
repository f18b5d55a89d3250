/** An IntersectionObserver controlled by the test, since jsdom has none. */
export function fakeSight() {
  const observers = new Set<FakeObserver>();

  class FakeObserver {
    readonly watched = new Set<Element>();
    readonly callback: IntersectionObserverCallback;
    constructor(callback: IntersectionObserverCallback) {
      this.callback = callback;
      observers.add(this);
    }
    observe(element: Element) {
      this.watched.add(element);
    }
    disconnect() {
      observers.delete(this);
    }
  }

  return {
    /** Replaces the browser's own. */
    IntersectionObserver: FakeObserver,
    /** The elements observed now. */
    watched: () => [...observers].flatMap((observer) => [...observer.watched]),
    /** Makes this part of an element visible. */
    show(element: Element, ratio: number) {
      for (const { watched, callback } of observers) {
        const entry = {
          intersectionRatio: ratio,
          intersectionRect: { height: 10 },
          rootBounds: { height: 800 },
        };
        if (watched.has(element)) callback([entry as IntersectionObserverEntry], {} as IntersectionObserver);
      }
    },
  };
}

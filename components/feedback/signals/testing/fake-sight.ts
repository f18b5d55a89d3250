/** An IntersectionObserver whose sights the test decides; jsdom has none. */
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
    /** To stand in for the browser's own. */
    IntersectionObserver: FakeObserver,
    /** Elements that are watched now. */
    watched: () => [...observers].flatMap((observer) => [...observer.watched]),
    /** Brings this part of an element into sight. */
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

import { describe, expect, it, vi } from "vitest";
import { controlledAnnotations } from "../testing/controlled-annotations.ts";
import { createAnnotationQueue } from "./annotation-queue.ts";
import { type Passage, standing, toPassage } from "./passage.ts";

const passage = (annotationId: string, change: Partial<Passage> = {}): Passage => ({
  annotationId,
  quote: { exact: annotationId },
  category: "other",
  status: "sending",
  replaces: [],
  ...change,
});

function setUp(remembered = new Map<string, unknown>(), known: Passage[] = []) {
  const { adapter, requests } = controlledAnnotations(remembered);
  const heard = { onSaved: vi.fn(), onRemoved: vi.fn(), onRefused: vi.fn(), onSettled: vi.fn() };
  const queue = createAnnotationQueue(() => ({ interactionId: "i1", adapter, ...heard }), known);
  /** The visible passages, as "id:status". */
  const shown = () =>
    standing(queue.state().passages).map(({ annotationId, status }) => `${annotationId}:${status}`);
  /** Responds to the latest request and lets its promise settle. */
  const answer = async (how: "accept" | "refuse" | "keep", at = -1) => {
    requests.at(at)?.[how]();
    await new Promise(setImmediate);
  };
  /** The page is notified that another page has written. */
  const tell = () => {
    for (const watcher of adapter.memory?.watchers ?? []) watcher();
  };
  return { queue, requests, heard, shown, answer, remembered, tell };
}

/** A later visit to the page, on the same device. */
const nextVisit = (remembered: Map<string, unknown>, known: Passage[] = []) => {
  const visit = setUp(remembered, known);
  visit.queue.recall();
  return visit;
};

describe("saving", () => {
  it("shows the passage before the server has it, and reports when it does", async () => {
    const { queue, requests, heard, shown, answer } = setUp();
    queue.save(passage("a", { position: { start: 1, end: 2 }, comment: "No." }));
    expect(shown()).toEqual(["a:sending"]);
    expect(requests[0]?.annotation).toEqual({
      interaction_id: "i1",
      annotation_id: "a",
      quote: { exact: "a" },
      position: { start: 1, end: 2 },
      category: "other",
      comment: "No.",
    });
    await answer("accept");
    expect(shown()).toEqual(["a:stored"]);
    expect(heard.onSaved).toHaveBeenCalledOnce();
    expect(queue.state().news).toMatchObject({ wish: "save", busy: false, refusal: null });
  });

  it("keeps what was refused, and retries it under the same ID", async () => {
    const { queue, requests, heard, shown, answer } = setUp();
    queue.save(passage("a"));
    await answer("refuse");
    expect(shown()).toEqual(["a:refused"]);
    expect(heard.onRefused).toHaveBeenCalledOnce();
    queue.retry();
    expect(queue.state().news).toMatchObject({ busy: true, refusal: { code: "database_unavailable" } });
    await answer("accept");
    expect(requests.map(({ annotationId }) => annotationId)).toEqual(["a", "a"]);
    expect(shown()).toEqual(["a:stored"]);
  });

  it("reports when it cannot be sent yet, and when it was", async () => {
    const { queue, heard, shown, answer } = setUp();
    queue.save(passage("a"));
    await answer("keep");
    expect(shown()).toEqual(["a:kept"]);
    expect(heard.onSettled).toHaveBeenCalledOnce();
    expect(queue.state().news?.kept).toEqual({ durable: true, offline: true });
    await answer("accept");
    expect(shown()).toEqual(["a:stored"]);
  });
});

describe("changing", () => {
  it("shows the new one in place of the old one, and removes the old one once the new one is stored", async () => {
    const { queue, requests, shown, answer } = setUp(undefined, [passage("old", { status: "stored" })]);
    queue.save(passage("new", { replaces: ["old"] }));
    expect(shown()).toEqual(["new:sending"]);
    await answer("accept");
    expect(requests.at(-1)).toMatchObject({ annotationId: "old" });
    expect(requests.at(-1)?.annotation).toBeUndefined();
    await answer("accept");
    expect(queue.state().passages).toMatchObject([{ annotationId: "new", replaces: [] }]);
  });

  it("shows the old one again if the new one is refused", async () => {
    const { queue, shown, answer } = setUp(undefined, [passage("old", { status: "stored" })]);
    queue.save(passage("new", { replaces: ["old"] }));
    await answer("refuse");
    expect(shown()).toEqual(["old:stored", "new:refused"]);
  });

  it("removes the old one on the next visit if it was not possible in this one", async () => {
    const { queue, answer, remembered } = setUp(undefined, [passage("old", { status: "stored" })]);
    queue.save(passage("new", { replaces: ["old"] }));
    await answer("accept");
    await answer("refuse");
    const later = nextVisit(remembered, [passage("old", { status: "stored" })]);
    expect(later.shown()).toEqual(["new:stored"]);
    expect(later.requests).toMatchObject([{ annotationId: "old" }]);
    await later.answer("accept");
    expect(nextVisit(remembered).requests).toEqual([]);
  });
});

describe("removing", () => {
  it("hides the passage immediately, and shows it again if that is refused", async () => {
    const { queue, heard, shown, answer } = setUp(undefined, [passage("a", { status: "stored" })]);
    queue.remove("a");
    expect(shown()).toEqual([]);
    await answer("refuse");
    expect(shown()).toEqual(["a:stored"]);
    expect(queue.state().news).toMatchObject({ wish: "remove", refusal: { status: 503 } });
    queue.retry();
    await answer("accept");
    expect(shown()).toEqual([]);
    expect(heard.onRemoved).toHaveBeenCalledExactlyOnceWith("a");
  });

  it("ignores the outcome of one that was still being sent", async () => {
    const { queue, heard, shown, answer } = setUp();
    queue.save(passage("a"));
    await answer("keep");
    queue.remove("a");
    await answer("refuse", 0);
    expect(heard.onRefused).not.toHaveBeenCalled();
    await answer("accept");
    expect(shown()).toEqual([]);
  });

  it("drops what was refused without a request", async () => {
    const { queue, requests, shown, answer } = setUp();
    queue.save(passage("a"));
    await answer("refuse");
    queue.remove("a");
    expect(shown()).toEqual([]);
    expect(queue.state().news).toBeNull();
    expect(requests).toHaveLength(1);
  });
});

describe("the next visit", () => {
  it("has what was stored, resends what was not acknowledged, and forgets what was refused", async () => {
    const { queue, answer, remembered } = setUp();
    queue.save(passage("stored"));
    await answer("accept");
    queue.save(passage("refused"));
    await answer("refuse");
    queue.save(passage("underway"));
    const later = nextVisit(remembered);
    expect(later.shown()).toEqual(["stored:stored", "underway:kept"]);
    expect(later.requests).toMatchObject([{ annotationId: "underway", again: true }]);
    await later.answer("accept");
    expect(later.shown()).toEqual(["stored:stored", "underway:stored"]);
  });

  it("does not have what was removed, even if the host still passes it", async () => {
    const { queue, answer, remembered } = setUp(undefined, [passage("a", { status: "stored" })]);
    queue.remove("a");
    await answer("accept");
    const later = nextVisit(remembered, [passage("a", { status: "stored" })]);
    expect(later.shown()).toEqual([]);
    later.queue.tell([passage("a", { status: "stored" })]);
    expect(later.shown()).toEqual([]);
  });

  it("continues an unanswered removal, and reports if it fails", async () => {
    const { queue, remembered } = setUp(undefined, [passage("a", { status: "stored" })]);
    queue.remove("a");
    const later = nextVisit(remembered, [passage("a", { status: "stored" })]);
    expect(later.shown()).toEqual([]);
    expect(later.requests).toMatchObject([{ annotationId: "a" }]);
    await later.answer("refuse");
    expect(later.shown()).toEqual(["a:stored"]);
    expect(later.queue.state().news).toMatchObject({ wish: "remove", refusal: { status: 503 } });
  });

  it("has what another page added in the meantime", async () => {
    const remembered = new Map<string, unknown>();
    const [one, other] = [setUp(remembered), setUp(remembered)];
    one.queue.save(passage("one"));
    await one.answer("accept");
    other.queue.save(passage("other"));
    await other.answer("accept");
    expect(nextVisit(remembered).shown().sort()).toEqual(["one:stored", "other:stored"]);
  });

  it("prefers its own text to the server's, which is redacted", async () => {
    const { queue, answer, remembered } = setUp();
    queue.save(passage("a", { quote: { exact: "ada@example.com" } }));
    await answer("accept");
    const told = toPassage({ annotation_id: "a", quote: { exact: "[email]", prefix: null }, position: null });
    expect(nextVisit(remembered, [told]).queue.state().passages).toMatchObject([
      { quote: { exact: "ada@example.com" } },
    ]);
  });

  it.each([
    ["nothing", undefined],
    ["something else", "text"],
    ["broken passages", { passages: [null, 3, { annotationId: "a" }, { quote: {} }], removed: [7] }],
  ])("starts empty if it finds %s", (_, value) => {
    expect(nextVisit(new Map([["annotations i1", value]])).queue.state()).toMatchObject({
      passages: [],
      removed: [],
    });
  });
});

it("is not notified if the host passes what is known", () => {
  const { queue } = setUp();
  const listener = vi.fn();
  queue.subscribe(listener);
  queue.tell([passage("a", { status: "stored" })]);
  queue.tell([passage("a", { status: "stored" })]);
  expect(listener).toHaveBeenCalledOnce();
});

describe("another page of the device", () => {
  /** Two pages that share a memory. */
  const twoPages = () => {
    const memory = new Map<string, unknown>();
    const pages = [setUp(memory), setUp(memory)] as const;
    for (const { queue } of pages) queue.recall();
    const stop = pages.map(({ queue }) => queue.subscribe(() => {}));
    return { pages, stop };
  };

  it("shows what was stored and removed in the other", async () => {
    const { pages, stop } = twoPages();
    const [one, other] = pages;
    one.queue.save(passage("a"));
    other.tell();
    expect(other.shown()).toEqual([]);
    await one.answer("accept");
    other.tell();
    expect(other.shown()).toEqual(["a:stored"]);
    other.queue.remove("a");
    await other.answer("accept");
    one.tell();
    expect(one.shown()).toEqual([]);
    for (const leave of stop) leave();
    other.queue.save(passage("b"));
    await other.answer("accept");
    one.tell();
    expect(one.shown()).toEqual([]);
  });

  it("does not touch what is being sent here", async () => {
    const { pages } = twoPages();
    const [one, other] = pages;
    other.queue.save(passage("mine"));
    one.queue.save(passage("a"));
    await one.answer("accept");
    other.tell();
    expect(other.shown()).toEqual(["mine:sending", "a:stored"]);
    expect(other.requests).toHaveLength(1);
  });
});

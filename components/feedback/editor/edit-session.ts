import type { SubmissionHost } from "../submission/submission-host.ts";
import { createSubmissionQueue, type SubmissionQueue } from "../submission/submission-queue.ts";
import { initialSubmission, type SubmissionState, shownRating } from "../submission/submission-state.ts";
import { acceptOnce } from "./accept-once.ts";
import { atMostEvery } from "./at-most-every.ts";
import { type Decision, decide, isEdit } from "./capture-decision.ts";
import { loadCompare, loadedCompare } from "./compare-tokens.ts";
import { type CountingAdapter, countingAdapter } from "./counting-adapter.ts";
import { countMetadata, type EditCounts, type EditTrigger, measureEdit } from "./edit-measure.ts";
import { active, noTime, paused, spent } from "./edit-time.ts";
import { FieldKeeper } from "./field-keeper.ts";
import { drawsText, fieldText } from "./field-text.ts";
import { KeptEdit } from "./kept-edit.ts";
import { watchSight } from "./watch-sight.ts";
import { wordDifference } from "./word-difference.ts";

/** How long counting the words may hold up the page when a text becomes final, in milliseconds. */
const COUNT_TIMEOUT_MS = 50;

/** How often a text is kept while it is being typed, in milliseconds. */
const KEEP_EVERY_MS = 200;

/** What a session needs of its host. */
export interface EditHost extends SubmissionHost {
  /** The answer as the model gave it. */
  draft: string;
  /** The text by now, where the host holds it itself. */
  value?: string | undefined;
  /** Whether the draft is still being written: until it is complete, nothing is captured. */
  waiting?: boolean | undefined;
  /** Reads the text of a field that has it in a way of its own, such as a rich text editor's Markdown. */
  readText?: ((field: HTMLElement) => string) | undefined;
  /** Called with the text whenever the user takes it as final by submitting or copying it, changed or not. */
  onFinal?: ((text: string) => void) | undefined;
}

/** What is known of the edit of one draft. */
export interface EditState {
  submission: SubmissionState;
  /** The text after the user's last key; null until the first. */
  typed: string | null;
  /** What a field that draws its text showed before that, which is compared with in the draft's place. */
  drawn: string | null;
  /** Whether somebody has begun to edit. */
  begun: boolean;
}

/** What a server draws, and the browser at first. */
export const unknownEdit: EditState = {
  submission: initialSubmission(),
  typed: null,
  drawn: null,
  begun: false,
};

/** Follows the edit of one interaction's draft, and sends what becomes final. */
export class EditSession {
  readonly #queue: SubmissionQueue;
  readonly #counting: CountingAdapter;
  readonly #keeper: FieldKeeper;
  readonly #listeners = new Set<() => void>();
  #host: EditHost;
  #state: EditState;
  readonly #kept = new KeptEdit(() => this.#host);
  readonly #keeping = atMostEvery(KEEP_EVERY_MS, () => this.#keep());
  #time = noTime;
  #counted: { text: string; counts: EditCounts | null } | null = null;
  /** Whether the text was changed since it was last captured, and by the user's own hand. */
  #touched = false;
  #byHand = false;

  constructor(host: EditHost) {
    this.#host = host;
    this.#counting = countingAdapter(() => this.#host.adapter, this.#count);
    this.#queue = createSubmissionQueue(
      () => ({ ...this.#host, adapter: this.#counting.adapter }),
      "correction",
      null,
    );
    this.#state = { ...unknownEdit, submission: this.#queue.state() };
    this.#keeper = new FieldKeeper({
      onInput: () => this.typed(this.#inField() ?? ""),
      onActive: this.#onActive,
      onPaused: this.#onPaused,
      onCopy: () => this.capture("copy"),
      onSubmit: () => this.capture("submit"),
      onGone: this.#onGone,
    });
  }

  readonly state = (): EditState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The field to watch; null when it is gone. Fit to be a `ref`. */
  readonly attach = (field: HTMLElement | null): void => this.#keeper.attach(field);

  /** Shows the text of an earlier visit that ended without a word, unless more is known by now. */
  restore(): void {
    const typed = this.#kept.recall();
    if (typed !== undefined && this.#state.typed === null) this.#touch({ typed });
  }

  /** Begins to watch; gives back how to stop, which is leaving. */
  start(): () => void {
    this.#queue.recall();
    const take = () => {
      const submission = this.#queue.state();
      if (submission !== this.#state.submission) this.#set({ submission });
      this.#kept.settle(submission);
    };
    const stopListening = this.#queue.subscribe(take);
    take();
    this.#keeper.start();
    const stopSight = watchSight(this.#onHidden, this.#onShown);
    return () => {
      this.#onGone();
      this.#keeper.stop();
      stopSight();
      stopListening();
    };
  }

  /** Takes what the host says by now. */
  update(host: EditHost): void {
    const { value } = this.#host;
    this.#host = host;
    if (host.waiting || host.value === undefined || host.value === value) return;
    // A draft that arrives in pieces is no edit.
    if (this.#state.begun || isEdit(host.draft, host.value)) this.#touch();
  }

  /** The user changed the text to this. */
  typed(text: string): void {
    if (text === this.#state.typed) return;
    this.#byHand = true;
    this.#touch({ typed: text });
  }

  /** Takes what was counted of a text already. */
  countsKnown(text: string, counts: EditCounts | null): void {
    this.#counted = { text, counts };
  }

  /** The text is final: unless told, the one that stands in the field. */
  capture(trigger: EditTrigger, given?: string): Decision {
    if (this.#host.waiting) return "nothing";
    this.#lookAtDrawn();
    const text = given ?? this.#text();
    // Without a field to watch nobody knows whose hand it was; leaving is no word for taking anything back.
    const byHand = this.#byHand || (trigger !== "leave" && !this.#keeper.field);
    // What was refused is as if it had not been captured.
    const again = trigger !== "leave" && this.#queue.state().refused !== null;
    const decision = this.#decide(text, trigger, again || this.#touched, again || byHand);
    this.#touched = false;
    this.#byHand = false;
    this.#keeping.stop();
    this.#act(decision, text, trigger);
    this.#forget();
    if (trigger !== "leave") this.#host.onFinal?.(text);
    return decision;
  }

  /** Sends what was refused again; or what stands in the field, if somebody has edited it here. */
  retry(given?: string): void {
    const text = given ?? this.#text();
    const decision = this.#state.begun ? this.#decide(text, "submit", true, true) : "nothing";
    if (decision === "nothing") this.#queue.retry();
    else this.#act(decision, text, "submit");
  }

  #decide(text: string, trigger: EditTrigger, touched: boolean, byHand: boolean): Decision {
    const shown = shownRating(this.#queue.state());
    return decide({ draft: this.#draft(), text, trigger, shown, touched, byHand });
  }

  #act(decision: Decision, text: string, trigger: EditTrigger) {
    if (decision === "correct") {
      const edit = { ...countMetadata(this.#count(text)), ...this.#effort(trigger) };
      const content = { rating_type: "correction", correction_text: text, metadata: { edit } } as const;
      this.#queue.rate(content, false, this.#kept.take());
    }
    if (decision === "accept") acceptOnce(this.#host.adapter, this.#host.interactionId);
    // An edit that was refused is none any more when the draft is taken as it is.
    if (decision === "take_back" || (decision === "accept" && this.#queue.state().refused))
      this.#queue.takeBack();
  }

  #effort(trigger: EditTrigger) {
    return { time_spent_ms: Math.round(spent(this.#time, performance.now())), trigger };
  }

  /** In case the page is gone without a word. Its words are not counted, which would hold up the typing. */
  #keep() {
    const text = this.#text();
    if (this.#host.waiting || text.trim() === "") return;
    if (this.#decide(text, "leave", true, true) === "correct")
      this.#kept.keep(text, { edit: this.#effort("leave") });
    else this.#forget();
  }

  #forget() {
    this.#kept.take();
    this.#kept.settle(this.#queue.state());
  }

  #set(change: Partial<EditState>) {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #touch(change: Partial<EditState> = {}) {
    this.#touched = true;
    this.#set({ ...change, begun: true });
    this.#onActive();
    this.#keeping.ask();
    // Without it the words are not counted.
    loadCompare().catch(() => {});
  }

  #draft(): string {
    return this.#state.drawn ?? this.#host.draft;
  }

  #text(): string {
    return this.#host.value ?? this.#inField() ?? this.#state.typed ?? this.#host.draft;
  }

  #inField(): string | undefined {
    const { field } = this.#keeper;
    return field ? (this.#host.readText ?? fieldText)(field) : undefined;
  }

  readonly #count = (text: string): EditCounts | null => {
    if (this.#counted?.text === text) return this.#counted.counts;
    const compare = loadedCompare();
    return compare ? measureEdit(wordDifference(this.#draft(), text, compare(COUNT_TIMEOUT_MS))) : null;
  };

  /** A draft may be drawn without its marks, as Markdown is: the edit then is what changed of what was drawn. */
  #lookAtDrawn() {
    const { field } = this.#keeper;
    const { value, readText } = this.#host;
    if (this.#state.begun || !field || !drawsText(field) || readText || value !== undefined) return;
    const drawn = fieldText(field);
    if (drawn.trim() !== "" && drawn !== this.#state.drawn) this.#set({ drawn });
  }

  readonly #onActive = () => {
    this.#lookAtDrawn();
    this.#time = active(this.#time, performance.now());
  };

  readonly #onPaused = () => {
    this.#time = paused(this.#time, performance.now());
  };

  readonly #onHidden = () => {
    this.capture("leave");
    this.#onPaused();
    this.#counting.hurry();
  };

  readonly #onShown = () => {
    if (this.#keeper.field?.matches(":focus-within")) this.#onActive();
  };

  /** What was typed last counts: a field that is gone may be empty, or show another draft. */
  readonly #onGone = () => {
    const known = this.#host.value ?? this.#state.typed;
    if (known !== null) this.capture("leave", known);
    this.#onPaused();
  };
}

import { httpAdapter } from "../adapter/http-adapter.ts";
import type { WidgetProps } from "../widget/widget-props.ts";
import { adoptStyles, adoptTheme } from "./adopt-styles.ts";
import { loadTexts } from "./languages.ts";
import type { Later } from "./later.ts";
import { pageSettings, watchSettings } from "./page-settings.ts";
import { Place } from "./place.tsx";
import { draw } from "./preact-react.ts";
import { attributes, readSettings, type Settings } from "./read-settings.ts";
import type { WidgetChunk } from "./widget-chunk.ts";

/** A server that imports this for rendering has no elements. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** An element that renders a widget into its shadow root, again whenever its attributes change. */
export abstract class WhetstoneElement extends Base {
  static readonly observedAttributes: readonly string[] = attributes;

  protected abstract readonly chunk: Later<WidgetChunk>;
  readonly #root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  #due = false;
  #warned = "";
  #reach = "";
  #adapter: WidgetProps["adapter"] | undefined;

  /** Shortcut handlers that run before ours check this on the apparent target. */
  override get isContentEditable(): boolean {
    return this.shadowRoot?.activeElement?.matches("input,textarea") ?? false;
  }

  /** Props of this widget in addition to the common ones. */
  protected props(_settings: Settings): object {
    return {};
  }

  /** The height reserved for the widget, in pixels. */
  protected height(): number {
    return 44;
  }

  connectedCallback(): void {
    watchSettings(this.redraw, true);
    this.redraw();
  }

  disconnectedCallback(): void {
    watchSettings(this.redraw, false);
    this.redraw();
  }

  attributeChangedCallback(): void {
    this.redraw();
  }

  /**
   * Renders again in a microtask: after everything a framework does at once, such as moving the element or
   * setting attributes.
   */
  protected readonly redraw = (): void => {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      const settings = readSettings((name) => this.getAttribute(name), pageSettings);
      if (this.isConnected && this.#isComplete(settings)) this.#draw(settings);
      else draw(null, {}, this.#root);
    });
  };

  /** Dispatches an event on the page. */
  protected tell(what: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`whetstone:${what}`, { bubbles: true, composed: true, detail }));
  }

  #isComplete({ missing }: Settings): boolean {
    if (missing && missing !== this.#warned) {
      // biome-ignore lint/suspicious/noConsole: the one way to tell a developer
      console.warn(`whetstone: <${this.localName}> draws nothing while it lacks ${missing}.`, this);
      this.#warned = missing;
    }
    return !missing;
  }

  #draw(settings: Settings): void {
    const chunk = this.chunk.ask(this.redraw);
    const texts = loadTexts(this.closest<HTMLElement>("[lang]")?.lang ?? "", this.redraw);
    adoptTheme(this);
    adoptStyles(this.#root, WHETSTONE_HOST_STYLES);
    if (chunk && texts) {
      for (const css of chunk.styles) adoptStyles(this.#root, css);
      chunk.keepKeys(this.#root);
      draw(chunk.Widget, { ...this.props(settings), ...this.#hostProps(settings), texts }, this.#root);
    } else draw(Place, { height: this.height() }, this.#root);
  }

  #hostProps({ interactionId, waiting, reach }: Settings): WidgetProps {
    const reached = JSON.stringify(reach);
    if (!this.#adapter || reached !== this.#reach) this.#adapter = httpAdapter(reach);
    this.#reach = reached;
    return {
      interactionId,
      waiting,
      adapter: this.#adapter,
      onSaved: (receipt, feedback) => this.tell("saved", { receipt, feedback }),
      onRemoved: (feedback_id) => this.tell("removed", { feedback_id }),
      onRefused: ({ code, status, detail, retryable }) =>
        this.tell("refused", { code, status, detail, retryable }),
    };
  }
}

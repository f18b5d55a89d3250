import { draftText } from "./draft-text.ts";
import { attributes } from "./read-settings.ts";
import { WhetstoneElement } from "./whetstone-element.ts";
import { widgetChunk } from "./widget-chunk.ts";

const editor = widgetChunk(() => import("./editor-widget.ts"));

/** `<whetstone-editor>`: a draft to edit, which is part of the surrounding form. */
export class EditorElement extends WhetstoneElement {
  static readonly formAssociated = true;
  static override readonly observedAttributes: readonly string[] = [...attributes, "draft"];

  protected readonly chunk = editor;
  /** The element's own text is the draft, and may still be growing. */
  readonly #growth = new MutationObserver(this.redraw);
  #form: HTMLFormElement | null = null;

  /** The name of the text in the surrounding form. */
  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  set name(name: string) {
    this.setAttribute("name", name);
  }

  /** The current text. */
  get value(): string {
    return this.#field?.value ?? this.#draft;
  }

  get #field(): HTMLTextAreaElement | null | undefined {
    return this.shadowRoot?.querySelector("textarea");
  }

  get #draft(): string {
    return this.getAttribute("draft") ?? draftText(this.textContent ?? "");
  }

  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#growth.observe(this, { childList: true, characterData: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#growth.disconnect();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener("formdata", this.#addText);
    this.#form = form;
    form?.addEventListener("formdata", this.#addText);
  }

  protected override props(): object {
    return { draft: this.#draft, onFinal: (text: string) => this.tell("final", { text }) };
  }

  /** A label, a field as high as the draft, and buttons. */
  protected override height(): number {
    const lines = this.#draft.split("\n").length;
    const grows = CSS.supports("field-sizing", "content");
    return 88 + 24 * Math.min(18, grows ? lines : Math.max(5, lines + 1));
  }

  readonly #addText = ({ formData }: FormDataEvent): void => {
    if (this.name) formData.set(this.name, this.value);
  };
}

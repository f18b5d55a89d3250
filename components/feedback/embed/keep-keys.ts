/**
 * What crosses the border of a shadow root although it is about a field inside. Outside, its target is the element and no
 * field, so a page whose shortcuts are single keys takes what is typed for one of them.
 */
const CROSSING = [
  ...["keydown", "keypress", "keyup", "beforeinput", "input"],
  ...["compositionstart", "compositionupdate", "compositionend"],
  ...["paste", "copy", "cut", "dragenter", "dragover", "drop"],
];

/** With Ctrl or Cmd: what edits a field. Other combinations are the page's, as they are in a field of its own. */
const EDITING = /^([acvxyz]|Enter|Backspace|Delete|Home|End|Arrow\w+)$/i;

/** Keeps from the page what is typed into the fields of a shadow root. Escape and Tab are everybody's. */
export function keepKeys(root: ShadowRoot): void {
  for (const type of CROSSING) root.addEventListener(type, keep);
}

const FIELDS = "input,textarea,select";

function keep(event: Event): void {
  const target = event.target as Element;
  const isField = target.matches(FIELDS);
  const isKept = event instanceof KeyboardEvent ? isOurs(event, target, isField) : isField;
  if (isKept) event.stopPropagation();
}

function isOurs(event: KeyboardEvent, target: Element, isField: boolean): boolean {
  const { key, ctrlKey, altKey, metaKey } = event;
  if (!isField) return target.matches("button") && (key === "Enter" || key === " ");
  if (/^(Escape|Tab|F\d+)$/.test(key)) return false;
  // Ctrl and Alt together are how some keyboards write letters.
  return !(ctrlKey || metaKey) || (ctrlKey && altKey) || EDITING.test(key);
}

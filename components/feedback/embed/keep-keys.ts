/**
 * Events that leave a shadow root although they concern a field inside. Outside, their target is the element
 * and not a field, so a page with single-key shortcuts would react to typing.
 */
const CROSSING = [
  ...["keydown", "keypress", "keyup", "beforeinput", "input"],
  ...["compositionstart", "compositionupdate", "compositionend"],
  ...["paste", "copy", "cut", "dragenter", "dragover", "drop"],
];

/** Keys that edit a field with Ctrl or Cmd. Other combinations belong to the page, as in its own fields. */
const EDITING = /^([acvxyz]|Enter|Backspace|Delete|Home|End|Arrow\w+)$/i;

/** Hides typing in the fields of a shadow root from the page. Escape and Tab still reach it. */
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
  // Some keyboards type letters with Ctrl and Alt.
  return !(ctrlKey || metaKey) || (ctrlKey && altKey) || EDITING.test(key);
}

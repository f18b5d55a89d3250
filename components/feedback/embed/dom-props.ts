/** Attributes, properties and listeners of an element. */
export type Props = Record<string, unknown>;

/**
 * React's names for DOM events that Preact names like the DOM: React's `onChange` of a text field fires for
 * each key, like `input`, and its `onFocus` and `onBlur` bubble.
 */
export function domProps(type: string, props: Props): Props {
  const named: Props = {};
  for (const name in props) named[domName(name, type, props.type)] = props[name];
  return named;
}

function domName(name: string, type: string, inputType: unknown): string {
  if (name === "onFocus") return "onFocusIn";
  if (name === "onBlur") return "onFocusOut";
  const typedInto = type === "textarea" || (type === "input" && !isTicked(inputType));
  return name === "onChange" && typedInto ? "onInput" : name;
}

const isTicked = (inputType: unknown): boolean => inputType === "checkbox" || inputType === "radio";

// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FilterCombobox } from "./filter-combobox.tsx";

afterEach(cleanup);

const options = Array.from({ length: 300 }, (_, index) => ({ value: `t${index}`, label: `tenant ${index}` }));
const choice = { name: "tenant", label: "Tenant", all: "All tenants", options };

function shown(chosen?: { value: string; label: string }, cut = false) {
  const onChange = vi.fn();
  render(<FilterCombobox choice={{ ...choice, cut }} chosen={chosen} onChange={onChange} />);
  const field = screen.getByRole<HTMLInputElement>("combobox", { name: "Tenant" });
  const press = (key: string) => fireEvent.keyDown(field, { key });
  const type = (text: string) => fireEvent.change(field, { target: { value: text } });
  const active = () =>
    document.getElementById(field.getAttribute("aria-activedescendant") ?? "")?.textContent;
  return { onChange, field, press, type, active };
}

describe("FilterCombobox", () => {
  it("is closed until it is asked for, and says what is chosen", () => {
    const { field } = shown({ value: "t7", label: "tenant 7" });
    expect(field.value).toBe("tenant 7");
    expect(field.getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryAllByRole("option")).toEqual([]);
  });

  it("opens by an arrow at what is chosen, and moves by arrows within what it offers", () => {
    const { field, press, active } = shown({ value: "t7", label: "tenant 7" });
    press("ArrowDown");
    expect(field.getAttribute("aria-expanded")).toBe("true");
    expect(active()).toBe("tenant 7");
    press("ArrowDown");
    expect(active()).toBe("tenant 8");
    press("PageUp");
    expect(active()).toBe("All tenants");
    press("ArrowUp");
    expect(active()).toBe("All tenants");
  });

  it("narrows down by what is typed and chooses the first that fits by Enter", () => {
    const { onChange, press, type, active } = shown();
    type("TENANT 29");
    expect(screen.getAllByRole("option")).toHaveLength(12);
    expect(screen.getByRole("status").textContent).toBe("11 matches");
    expect(active()).toBe("tenant 29");
    press("Enter");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("t29");
    expect(screen.queryAllByRole("option")).toEqual([]);
  });

  it("chooses by a click, and everything by the first option", () => {
    const { onChange, field } = shown({ value: "t7", label: "tenant 7" });
    fireEvent.click(field);
    fireEvent.click(screen.getByRole("option", { name: "All tenants" }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(null);
  });

  it("stays as it was after Escape and after leaving it", () => {
    const { onChange, field, press, type } = shown({ value: "t7", label: "tenant 7" });
    type("tenant 1");
    press("Escape");
    expect(field.value).toBe("tenant 7");
    type("tenant 1");
    fireEvent.blur(field);
    expect(field.value).toBe("tenant 7");
    expect(onChange).not.toHaveBeenCalled();
  });

  it("keeps Escape from a sheet around it only while it is open", () => {
    const { press, type } = shown();
    const around = vi.fn();
    document.addEventListener("keydown", around);
    press("Escape");
    expect(around).toHaveBeenCalledTimes(1);
    type("t");
    press("Escape");
    expect(around).toHaveBeenCalledTimes(1);
    document.removeEventListener("keydown", around);
  });

  it("says when nothing fits, and that there is more than it shows", () => {
    const { type } = shown();
    const foot = () => document.querySelector("p")?.textContent;
    type("zz");
    expect(foot()).toBe("No matches for “zz”.");
    type("tenant 7");
    expect(foot()).toBe("11 matches");
    type("tenant");
    expect(foot()).toBe("300 matches (200 not shown). Type to narrow the list.");
    type("");
    expect(foot()).toBe("300 options (200 not shown). Type to narrow the list.");
  });

  it("takes what is typed as it is where its menu is cut short", () => {
    const { onChange, press, type } = shown(undefined, true);
    type("t999");
    press("Enter");
    expect(onChange).toHaveBeenCalledExactlyOnceWith("t999");
  });
});

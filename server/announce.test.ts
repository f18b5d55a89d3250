import { expect, it } from "vitest";
import { whereToOpen } from "./announce.ts";

const everywhere = " (or any other address of this machine)";

it.each([
  ["PUBLIC_URL", { publicUrl: "https://app.example.com", host: undefined }, "https://app.example.com"],
  ["PUBLIC_URL before HOST", { publicUrl: "https://a.example", host: "127.0.0.1" }, "https://a.example"],
  ["all interfaces", { publicUrl: undefined, host: undefined }, `http://localhost:3000${everywhere}`],
  ["all IPv4 interfaces", { publicUrl: undefined, host: "0.0.0.0" }, `http://localhost:3000${everywhere}`],
  ["all IPv6 interfaces", { publicUrl: undefined, host: "::" }, `http://localhost:3000${everywhere}`],
  ["one interface", { publicUrl: undefined, host: "192.0.2.7" }, "http://192.0.2.7:3000"],
  ["one IPv6 interface", { publicUrl: undefined, host: "::1" }, "http://[::1]:3000"],
])("prints the URL to open: %s", (_, listening, printed) => {
  const { url, hint } = whereToOpen({ ...listening, port: 3000 });
  expect(`${url}${hint}`).toBe(printed);
});

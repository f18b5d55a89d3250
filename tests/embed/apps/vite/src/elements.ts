import { configure } from "whetstone/embed.js";

const [server, key] = JSON.parse(document.getElementById("settings")?.textContent ?? "[]") as string[];
configure({ server, key });

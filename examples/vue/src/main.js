import { createApp } from "vue";
import { configure } from "whetstone/embed.js";
import TranslationCard from "./translation-card.vue";

const response = await fetch("/translation");
const { baseUrl, publishableKey, ...answer } = await response.json();
configure({ server: baseUrl, key: publishableKey });
createApp(TranslationCard, answer).mount("#app");

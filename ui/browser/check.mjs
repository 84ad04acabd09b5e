/**
 * Looks at every face of the window in Chromium, with the invented office behind it: no rule of WCAG 2.2 A and AA broken,
 * the page itself never scrolls, nothing is written to the console. Four looks: light, dark, narrow, forced colours.
 *
 * npm run browser                     all
 * npm run browser -- dark register    looks and scenes whose names hold a word
 * SHOTS=folder npm run browser        keeps pictures as well
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { preview } from "vite";
import { scenes } from "./scenes.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wide = { width: 1366, height: 768 };
const looks = {
  light: { viewport: wide },
  dark: { viewport: wide, colorScheme: "dark" },
  narrow: { viewport: { width: 1093, height: 614 } },
  contrast: { viewport: wide, forcedColors: "active" },
};

const words = process.argv.slice(2);
const namedLooks = Object.keys(looks).filter((look) => words.includes(look));
const namedScenes = words.filter((word) => !(word in looks));

async function lookAt(browser, address, look, name) {
  const [query, lead] = scenes[name];
  const page = await browser.newPage({ reducedMotion: "reduce", ...looks[look] });
  const faults = [];
  page.on("pageerror", (error) => faults.push(`threw ${error.message}`));
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`console: ${message.text()}`));
  try {
    await page.goto(address + query);
    await page.waitForSelector("h1, h2");
    await page.waitForTimeout(200);
    await lead?.(page);
    await page.evaluate(axe);
    const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
    faults.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`));
    const scrolls = await page.evaluate(() => {
      const root = document.documentElement;
      return root.scrollWidth > window.innerWidth + 1 || root.scrollHeight > window.innerHeight + 1;
    });
    if (scrolls) faults.push("the page scrolls");
    if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${look} ${name.replaceAll("%", "pc")}.png`) });
  } catch (error) {
    faults.push(`not reached: ${error.message.split("\n")[0]}`);
  }
  await page.close();
  return faults;
}

const server = await preview({ preview: { port: 0, open: false }, logLevel: "silent" });
const address = server.resolvedUrls?.local[0] ?? "";
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let looked = 0;
let broken = 0;
for (const look of namedLooks.length > 0 ? namedLooks : Object.keys(looks)) {
  for (const name of Object.keys(scenes)) {
    if (namedScenes.length > 0 && !namedScenes.some((word) => name.includes(word))) continue;
    looked += 1;
    for (const fault of await lookAt(browser, address, look, name)) {
      broken += 1;
      console.log(`${look} · ${name}: ${fault}`);
    }
  }
}
await browser.close();
await server.close();
console.log(`${looked} faces looked at, ${broken} faults`);
process.exit(broken === 0 && looked > 0 ? 0 : 1);

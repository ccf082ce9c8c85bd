// The messages as the pages speak them, so that a journey holds a page to its words in either language.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FTL = join(dirname(fileURLToPath(import.meta.url)), "../../crates/words/ftl");

/** The messages of `en` or `ur` that stand on one line and take no arguments, by key. */
export function wordsOf(language) {
  const words = new Map();
  const folder = join(FTL, language);
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
      const found = /^([a-z][a-z0-9-]*) = (.+)$/.exec(line);
      if (found && !found[2].includes("{")) words.set(found[1], found[2].trim());
    }
  }
  return (key) => {
    const text = words.get(key);
    if (!text) throw new Error(`no plain message \`${key}\` in ${language}`);
    return text;
  };
}

const DEADLINES = join(dirname(fileURLToPath(import.meta.url)), "../../crates/statute/data/deadlines.csv");

/** What must be done by a deadline, as the law's table names it in `en` or `ur`. */
export function dueOf(id, language) {
  const line = readFileSync(DEADLINES, "utf8").split("\n").find((row) => row.startsWith(`${id},`));
  if (!line) throw new Error(`no deadline \`${id}\``);
  const cells = [...line.matchAll(/("([^"]*)"|[^,]*)(?:,|$)/g)].map((found) => found[2] ?? found[1]);
  return cells[language === "ur" ? 4 : 3];
}

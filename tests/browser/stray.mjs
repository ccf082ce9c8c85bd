// What a page says in a language that is not its own.

/**
 * Words of the other language in what is read on the page. Left out: identifiers (`code`, `.ltr`), what says itself to
 * be in another language, and what people typed (`dir=auto`, fields).
 */
export function strayWords(page, language) {
  return page.evaluate((here) => {
    const foreign = here === "ur" ? /^\p{Script=Latin}[\p{Script=Latin}.'’-]+$/u : /\p{Script=Arabic}{2,}/u;
    // Names of law and of units, and what is written in capitals: abbreviations and codes.
    const signs = here === "ur" ? /^([A-Z][A-Z.-]*|CrPC|km)$/ : /^$/;
    // On English pages the Urdu in choices and reasons is what people typed.
    const typed = here === "en" ? ", option, .struck-by" : "";
    const apart = "script, noscript, style, code, pre, kbd, .ltr, .hash, [dir=auto], textarea, [lang]:not([lang=" + here + "])" + typed;
    const found = new Set();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.parentElement || node.parentElement.closest(apart)) continue;
      for (const word of node.data.split(/[\s\u2066-\u2069]+/u)) {
        const bare = word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
        if (foreign.test(bare) && !signs.test(bare)) found.add(bare);
      }
    }
    return [...found];
  }, language);
}

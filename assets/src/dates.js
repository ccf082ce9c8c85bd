// A date field shows the day and month in the browser's order, which may not be the officer's. The same date is
// therefore written out beside it, in words, in the page's language.
const FORMS = {
  date: { dateStyle: "long" },
  "datetime-local": { dateStyle: "long", timeStyle: "short", hourCycle: "h23" },
};

function inWords(input) {
  if (!input.value) return "";
  const urdu = document.documentElement.lang === "ur";
  // Fields without a zone are read as UTC and written as UTC: no clock of this computer takes part.
  const at = new Date(input.type === "date" ? `${input.value}T00:00Z` : `${input.value}Z`);
  if (Number.isNaN(at.getTime())) return "";
  const locale = urdu ? "ur-PK-u-nu-arabext-ca-gregory" : "en-GB";
  return new Intl.DateTimeFormat(locale, { ...FORMS[input.type], timeZone: "UTC" }).format(at);
}

/** `input[type=date]`, `input[type=datetime-local]` */
export function readout(input) {
  const words = document.createElement("span");
  words.className = "hint reads";
  input.after(words);
  const write = () => (words.textContent = inWords(input));
  input.addEventListener("input", write);
  input.form?.addEventListener("draft:restored", write);
  write();
}

const byId = id => document.getElementById(id);

/**
 * Returns a text with visible escapes instead of characters that change the reading direction, so
 * that no text looks like another one.
 */
function visible(text) {
  return String(text).replace(
    /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    character => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"));
}

/** Creates an element. All text of traces enters the page here, as text and never as markup. */
function element(tag, className, text) {
  const created = document.createElement(tag);
  if (className) {
    created.className = className;
  }
  if (text !== undefined) {
    created.textContent = visible(text);
  }
  return created;
}

const LONG_UNITS = [[86400e9, "d"], [3600e9, "h"], [60e9, "min"], [1e9, "s"]];

/** Returns a duration of more than two minutes in its two largest units, such as 2 d 3 h. */
function longDuration(nanos) {
  const at = LONG_UNITS.findIndex(([size]) => nanos >= size);
  const [size, unit] = LONG_UNITS[at];
  const [nextSize, nextUnit] = LONG_UNITS[at + 1];
  const parts = Math.round(nanos / nextSize);
  const perUnit = size / nextSize;
  const rest = parts % perUnit;
  return Math.floor(parts / perUnit) + " " + unit + (rest ? " " + rest + " " + nextUnit : "");
}

function duration(nanos) {
  if (Math.abs(nanos) >= 120e9) {
    return (nanos < 0 ? "-" : "") + longDuration(Math.abs(nanos));
  }
  const units = [[1e9, "s"], [1e6, "ms"], [1e3, "µs"]];
  for (const [size, unit] of units) {
    if (Math.abs(nanos) >= size) {
      const value = nanos / size;
      const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
      return (unit === "s" && value >= 100 ? value.toFixed(1) : value.toFixed(digits)) + " " + unit;
    }
  }
  return nanos + " ns";
}

function plural(count, noun) {
  return count.toLocaleString("en") + " " + noun + (count === 1 ? "" : "s");
}

function timeOfDay(trace) {
  return new Date(trace.started).toLocaleTimeString(undefined, { hourCycle: "h23" });
}

/** Marks one child of a container as selected, also for screen readers, and scrolls to it. */
function markSelected(container, child) {
  const former = container.querySelector(".selected");
  if (former) {
    former.classList.remove("selected");
    former.setAttribute("aria-selected", "false");
  }
  if (child) {
    child.classList.add("selected");
    child.setAttribute("aria-selected", "true");
    container.setAttribute("aria-activedescendant", child.id);
    child.scrollIntoView({ block: "nearest" });
  } else {
    container.removeAttribute("aria-activedescendant");
  }
}

const byId = id => document.getElementById(id);

/** Creates an element. All text of traces enters the page here, as text and never as markup. */
function element(tag, className, text) {
  const created = document.createElement(tag);
  if (className) {
    created.className = className;
  }
  if (text !== undefined) {
    created.textContent = text;
  }
  return created;
}

function duration(nanos) {
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

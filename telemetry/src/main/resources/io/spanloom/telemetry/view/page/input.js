const filter = byId("filter");

filter.addEventListener("input", () => update(() => setFilter(filter.value)));

filter.addEventListener("keydown", event => {
  if (event.key === "Enter" || event.key === "ArrowDown") {
    event.preventDefault();
    list.focus();
  }
});

byId("sort").addEventListener("change", event => update(() => setSort(event.target.value)));

byId("summary").addEventListener("click", event => {
  if (event.target.closest("button.download")) {
    download(state.trace);
  }
});

list.addEventListener("click", event => {
  const item = event.target.closest(".item");
  if (item) {
    update(() => selectTrace(state.traces.get(item.id.slice("trace-".length))));
  }
});

list.addEventListener("keydown", event => {
  const listed = listedTraces();
  const target = targetIndex(event.key, listed.indexOf(state.trace), listed.length);
  if (event.key === "Enter" || event.key === "ArrowRight") {
    rows.focus();
  } else if (target >= 0 && listed.length) {
    update(() => selectTrace(listed[target]));
  } else {
    return;
  }
  event.preventDefault();
});

rows.addEventListener("click", event => {
  const row = event.target.closest(".row");
  if (row) {
    const index = Number(row.id.slice("span-".length));
    update(() => {
      if (event.target.closest(".twisty")) {
        setCollapsed(index, !state.collapsed.has(index));
      }
      selectSpan(index);
    });
  }
});

rows.addEventListener("keydown", event => {
  if (!state.trace) {
    return;
  }
  const index = state.span;
  const expanded = hasChildren(state.trace, index) && !state.collapsed.has(index);
  const visible = [...rows.children].flatMap((child, at) => child.hidden ? [] : [at]);
  const target = targetIndex(event.key, visible.indexOf(index), visible.length);
  if (target >= 0) {
    update(() => selectSpan(visible[target]));
  } else if (event.key === "ArrowRight") {
    update(() => setCollapsed(index, false));
  } else if (event.key === "ArrowLeft" && expanded) {
    update(() => setCollapsed(index, true));
  } else if (event.key === "ArrowLeft") {
    update(() => selectSpan(parentIndex(index)));
  } else if (event.key === "Enter") {
    details.focus();
  } else {
    return;
  }
  event.preventDefault();
});

/** Copies a text; a page in a file may not have access to the clipboard except by a command. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (unavailable) {
    const area = element("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

details.addEventListener("click", async event => {
  const copied = event.target.closest("button.copy");
  if (copied) {
    await copy(copied.dataset.value);
    copied.classList.add("done");
    copied.focus();
    return;
  }
  const link = event.target.closest("button.go")?.dataset;
  const linked = link && state.traces.get(link.trace);
  if (linked) {
    const index = linked.spans.findIndex(span => span.id === link.span);
    update(() => selectTrace(linked, index));
    rows.focus();
  }
});

document.addEventListener("keydown", event => {
  if (event.key === "/" && document.activeElement !== filter && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    filter.focus();
    filter.select();
  } else if (event.key === "Escape") {
    event.preventDefault();
    focusOuterPanel();
  }
});

/** Moves the focus from the details to the spans, else to the list; clears a focused filter. */
function focusOuterPanel() {
  const active = document.activeElement;
  if (details.contains(active)) {
    rows.focus();
  } else {
    if (active === filter && filter.value) {
      filter.value = "";
      update(() => setFilter(""));
    }
    list.focus();
  }
}

/** Returns the index that a key moves to from another index, or -1 for keys that move nowhere. */
function targetIndex(key, index, count) {
  const page = 10;
  const targets = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    PageUp: index - page,
    PageDown: index + page,
    Home: 0,
    End: count - 1,
  };
  return key in targets ? Math.max(0, Math.min(count - 1, targets[key])) : -1;
}

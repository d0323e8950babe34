const STEP_MARKS = { done: "✔", failed: "✖", cancelled: "⊘", unfinished: "…", skipped: "–" };

/** Renders the steps of each run of the selected trace along its workflow. */
function renderRuns() {
  const runs = state.trace ? state.trace.runs ?? [] : [];
  const created = byId("runs");
  created.hidden = runs.length === 0;
  created.replaceChildren(...runs.map(runLine));
}

function runLine(run) {
  const line = element("div", "run");
  line.setAttribute("role", "listitem");
  line.append(element("span", "workflow", [run.workflow || "steps", run.id].filter(Boolean).join(" ")));
  run.steps.forEach(step => line.append(stepChip(step)));
  return line;
}

function stepChip(step) {
  const name = step.state === "skipped" ? "step " + step.index + " " + step.name : step.name;
  const position = step.index && step.state !== "skipped" ? step.index + ". " : "";
  const attempts = step.attempts > 1 ? " ×" + step.attempts : "";
  const early = step.early ? " ⚠" : "";
  const chip = element("span", "step " + step.state, STEP_MARKS[step.state] + " " + position + name.trim() + attempts + early);
  chip.title = visible(
    step.state
      + (step.attempts > 1 ? ", " + plural(step.attempts, "attempt") : "")
      + (step.early ? ", started before the steps that come before had ended" : ""));
  return chip;
}

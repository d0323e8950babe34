/** Changes the state and renders what has changed; all events come through here. */
function update(change) {
  const before = { ...state };
  change();
  const changed = (...keys) => keys.some(key => state[key] !== before[key]);
  const scrolled = state.trace && state.trace.id === before.trace?.id && changed("trace")
    ? [rows, details].map(panel => [panel, panel.scrollTop])
    : [];
  if (changed("trace")) {
    renderTrace();
  }
  if (changed("trace", "collapsed")) {
    renderCollapsed();
  }
  if (changed("trace", "filterWords", "filterDurations")) {
    renderMatches();
  }
  if (changed("trace", "span")) {
    renderSelectedRow();
    renderDetails();
  }
  if (changed("traces", "filterWords", "filterDurations", "sort")) {
    renderList();
  } else if (changed("trace")) {
    renderSelectedItem();
  }
  // A newer version of the same trace must not scroll the panels.
  scrolled.forEach(([panel, scrollTop]) => panel.scrollTop = scrollTop);
}

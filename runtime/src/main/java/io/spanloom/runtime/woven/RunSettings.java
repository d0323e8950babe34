package io.spanloom.runtime.woven;

/**
 * The settings that all runs of a workflow share.
 *
 * @param workflow the workflow's name
 * @param resumable whether steps of a run may happen in other processes
 * @param traceByRun whether a run's trace is derived from its ID
 * @param span the settings of the span of a run
 */
record RunSettings(String workflow, boolean resumable, boolean traceByRun, SpanSettings span) {}

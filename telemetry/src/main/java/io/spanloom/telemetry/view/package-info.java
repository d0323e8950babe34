/** Traces to be seen without a backend: trees on a console, one page for a browser. */
@NullMarked
package io.spanloom.telemetry.view;

import org.jspecify.annotations.NullMarked;

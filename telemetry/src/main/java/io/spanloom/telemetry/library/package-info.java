/** Spans of libraries, and who a request belongs to, wired in one line each. */
@NullMarked
package io.spanloom.telemetry.library;

import org.jspecify.annotations.NullMarked;

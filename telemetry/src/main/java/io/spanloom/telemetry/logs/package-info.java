/** Trace ids in the lines of java.util.logging, and what sets other logging libraries up. */
@NullMarked
package io.spanloom.telemetry.logs;

import org.jspecify.annotations.NullMarked;

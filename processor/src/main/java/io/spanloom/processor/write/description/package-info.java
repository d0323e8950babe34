/** Writes the span descriptions from which the telemetry manifest is built. */
@NullMarked
package io.spanloom.processor.write.description;

import org.jspecify.annotations.NullMarked;

/** Writes the descriptions of spans that the telemetry manifest is built from. */
@NullMarked
package io.spanloom.processor.write.description;

import org.jspecify.annotations.NullMarked;

/** Extension points of the runtime: the start of telemetry, and a listener for traced calls. */
@NullMarked
package io.spanloom.runtime.spi;

import org.jspecify.annotations.NullMarked;

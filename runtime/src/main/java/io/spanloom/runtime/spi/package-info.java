/** The interface through which the runtime starts telemetry. */
@NullMarked
package io.spanloom.runtime.spi;

import org.jspecify.annotations.NullMarked;

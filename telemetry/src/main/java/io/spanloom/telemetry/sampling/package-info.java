/** Which traces are kept: rules, in the order they are written, and a sampler that follows them. */
@NullMarked
package io.spanloom.telemetry.sampling;

import org.jspecify.annotations.NullMarked;

/** Sampling rules, their syntax, and the samplers that apply them. */
@NullMarked
package io.spanloom.telemetry.sampling;

import org.jspecify.annotations.NullMarked;

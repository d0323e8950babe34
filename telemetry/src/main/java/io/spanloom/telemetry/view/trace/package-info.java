/**
 * The model of traces that the exporters {@code tree} and {@code page} share. Not part of the API.
 */
@NullMarked
package io.spanloom.telemetry.view.trace;

import org.jspecify.annotations.NullMarked;

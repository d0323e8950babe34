/** Traces as the console and the page show them. Not part of the API. */
@NullMarked
package io.spanloom.telemetry.view.trace;

import org.jspecify.annotations.NullMarked;

/** Starts and stops the OpenTelemetry SDK. Not part of the API. */
@NullMarked
package io.spanloom.telemetry.start;

import org.jspecify.annotations.NullMarked;

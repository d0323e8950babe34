/** Brings the OpenTelemetry SDK up, once, and shows traces without a backend; optional. */
@NullMarked
package io.spanloom.telemetry;

import org.jspecify.annotations.NullMarked;

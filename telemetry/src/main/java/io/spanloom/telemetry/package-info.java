/** Starts and stops the OpenTelemetry SDK. Optional: traced code does not depend on it. */
@NullMarked
package io.spanloom.telemetry;

import org.jspecify.annotations.NullMarked;

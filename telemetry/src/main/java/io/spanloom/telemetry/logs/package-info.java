/** Formatters that add trace IDs to java.util.logging, and configuration for other libraries. */
@NullMarked
package io.spanloom.telemetry.logs;

import org.jspecify.annotations.NullMarked;

/** Runs a woven program with the OpenTelemetry versions that users and their frameworks manage. */
@NullMarked
package io.spanloom.compatibility;

import org.jspecify.annotations.NullMarked;

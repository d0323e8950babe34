/** Reads and checks settings. Not part of the API. */
@NullMarked
package io.spanloom.telemetry.settings;

import org.jspecify.annotations.NullMarked;

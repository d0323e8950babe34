/** Removes secrets and message content from spans before export. */
@NullMarked
package io.spanloom.telemetry.privacy;

import org.jspecify.annotations.NullMarked;

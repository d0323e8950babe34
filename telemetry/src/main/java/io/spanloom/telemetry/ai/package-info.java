/** Removes what spans of AI clients repeat of the AI calls around them. */
@NullMarked
package io.spanloom.telemetry.ai;

import org.jspecify.annotations.NullMarked;

/** The last line of defence of what must not leave the program. */
@NullMarked
package io.spanloom.telemetry.privacy;

import org.jspecify.annotations.NullMarked;

/** What several of Spanloom's packages need and no program does; it may change at any time. */
@NullMarked
package io.spanloom.telemetry.internal;

import org.jspecify.annotations.NullMarked;

/**
 * The telemetry manifest: which spans and attributes a class folder makes, as JSON and as a page,
 * and how that differs from a committed baseline. No build tool's type is known here.
 */
@NullMarked
package io.spanloom.manifest;

import org.jspecify.annotations.NullMarked;

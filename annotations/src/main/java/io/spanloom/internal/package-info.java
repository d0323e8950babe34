/**
 * Shared code of Spanloom's own modules. It is not part of the public API and may change in any
 * release.
 */
@NullMarked
package io.spanloom.internal;

import org.jspecify.annotations.NullMarked;

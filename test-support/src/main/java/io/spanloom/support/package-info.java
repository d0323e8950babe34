/** Shared helpers for the tests of the other modules. */
@NullMarked
package io.spanloom.support;

import org.jspecify.annotations.NullMarked;

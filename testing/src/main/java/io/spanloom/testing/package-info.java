/** Records the spans of JUnit tests and compares them as a tree. */
@NullMarked
package io.spanloom.testing;

import org.jspecify.annotations.NullMarked;

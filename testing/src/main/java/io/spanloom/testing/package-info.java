/** For tests of traced code: the spans of a test, recorded and compared as a tree. */
@NullMarked
package io.spanloom.testing;

import org.jspecify.annotations.NullMarked;

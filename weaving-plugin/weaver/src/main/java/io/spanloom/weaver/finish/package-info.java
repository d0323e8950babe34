/**
 * Turns AspectJ's output into class files that differ from javac's only in the woven methods, and
 * verifies and writes them.
 */
@NullMarked
package io.spanloom.weaver.finish;

import org.jspecify.annotations.NullMarked;

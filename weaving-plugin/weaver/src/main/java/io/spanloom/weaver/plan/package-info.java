/** Reads class files and decides which aspect is woven into which class. */
@NullMarked
package io.spanloom.weaver.plan;

import org.jspecify.annotations.NullMarked;

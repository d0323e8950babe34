/**
 * Weaves inside javac: a compiler plugin collects the names of the class files that javac writes;
 * once javac has written the last one, the weaver replaces those to which an aspect applies.
 */
@NullMarked
package io.spanloom.processor.weave;

import org.jspecify.annotations.NullMarked;

/**
 * Weaves inside javac: a compiler plugin learns which class files the compilation writes, and once
 * it has written the last one, the weaver replaces those that their aspects apply to.
 */
@NullMarked
package io.spanloom.processor.weave;

import org.jspecify.annotations.NullMarked;

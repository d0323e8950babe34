/** Tests of weaving inside javac. */
@NullMarked
package io.spanloom.weaver.javac;

import org.jspecify.annotations.NullMarked;

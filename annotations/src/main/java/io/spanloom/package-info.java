/**
 * The vocabulary: what a source says about its spans.
 *
 * <p>Every annotation has CLASS retention. It is read while compiling, kept in the class file so
 * that the weaver can see that nothing was missed, and gone at run time.
 */
@NullMarked
package io.spanloom;

import org.jspecify.annotations.NullMarked;

/**
 * The annotations that describe a program's spans.
 *
 * <p>Every annotation has CLASS retention. The annotation processor reads it at compile time, the
 * weaver uses it to verify that every annotated method is traced, and it does not exist at run
 * time.
 */
@NullMarked
package io.spanloom;

import org.jspecify.annotations.NullMarked;

/** Finds the annotations that apply to an element: its own, composed and inherited ones. */
@NullMarked
package io.spanloom.processor.read.annotation;

import org.jspecify.annotations.NullMarked;

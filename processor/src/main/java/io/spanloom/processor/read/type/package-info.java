/** Derives names, attribute types and results from the types of the compiler. */
@NullMarked
package io.spanloom.processor.read.type;

import org.jspecify.annotations.NullMarked;

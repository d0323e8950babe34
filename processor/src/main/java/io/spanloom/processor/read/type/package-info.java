/** Derives names, descriptors and attribute types from elements. */
@NullMarked
package io.spanloom.processor.read.type;

import org.jspecify.annotations.NullMarked;

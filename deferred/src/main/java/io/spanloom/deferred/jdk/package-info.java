/** Adapters for types of the JDK. */
@NullMarked
package io.spanloom.deferred.jdk;

import org.jspecify.annotations.NullMarked;

/** Publishers of the JDK's {@code Flow}. */
@NullMarked
package io.spanloom.deferred.flow;

import org.jspecify.annotations.NullMarked;

/** Adapters for RxJava 3. */
@NullMarked
package io.spanloom.deferred.rxjava3;

import org.jspecify.annotations.NullMarked;

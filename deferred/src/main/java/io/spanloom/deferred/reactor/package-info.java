/** Adapters for Project Reactor. */
@NullMarked
package io.spanloom.deferred.reactor;

import org.jspecify.annotations.NullMarked;

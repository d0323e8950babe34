/** Maven goals: thin adapters that read parameters and log messages. */
@NullMarked
package io.spanloom.maven;

import org.jspecify.annotations.NullMarked;

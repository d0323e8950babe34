/** The weaver as goals of Maven: they read parameters and pass messages on, nothing else. */
@NullMarked
package io.spanloom.maven;

import org.jspecify.annotations.NullMarked;

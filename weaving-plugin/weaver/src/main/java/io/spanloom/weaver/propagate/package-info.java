/**
 * Makes calls that hand tasks to other threads carry the current context. Independent of AspectJ:
 * the rewritten class replaces javac's for the later stages.
 */
@NullMarked
package io.spanloom.weaver.propagate;

import org.jspecify.annotations.NullMarked;

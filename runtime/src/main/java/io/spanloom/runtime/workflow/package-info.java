/** Runs of workflows, and steps that are not methods. */
@NullMarked
package io.spanloom.runtime.workflow;

import org.jspecify.annotations.NullMarked;

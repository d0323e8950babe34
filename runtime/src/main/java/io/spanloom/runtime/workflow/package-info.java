/** Runs of workflows, and steps that are not methods of their own. */
@NullMarked
package io.spanloom.runtime.workflow;

import org.jspecify.annotations.NullMarked;

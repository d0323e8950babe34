/** Runs AspectJ's weaver on planned classes. */
@NullMarked
package io.spanloom.weaver.aspectj;

import org.jspecify.annotations.NullMarked;

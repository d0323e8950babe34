/**
 * Weaves generated aspects into compiled classes: reads the class folder, plans, weaves with
 * AspectJ, checks the result and writes it.
 *
 * <p>Nothing here knows of a build tool.
 */
@NullMarked
package io.spanloom.weaver;

import org.jspecify.annotations.NullMarked;

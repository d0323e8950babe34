/**
 * Weaves generated aspects into compiled classes: reads the class folder, plans, weaves with
 * AspectJ, verifies the result and writes it. Independent of build tools.
 */
@NullMarked
package io.spanloom.weaver;

import org.jspecify.annotations.NullMarked;

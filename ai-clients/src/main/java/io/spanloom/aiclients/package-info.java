/** A local server that speaks the wire formats of AI providers. */
@NullMarked
package io.spanloom.aiclients;

import org.jspecify.annotations.NullMarked;

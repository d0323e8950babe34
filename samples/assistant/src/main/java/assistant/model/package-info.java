/** The AI model, its tool, and an embedded server that replaces a real model. */
@NullMarked
package assistant.model;

import org.jspecify.annotations.NullMarked;

/** The assistant: a chat about renovation, traced by annotations. */
@NullMarked
package assistant;

import org.jspecify.annotations.NullMarked;

/** The database. */
@NullMarked
package assistant.store;

import org.jspecify.annotations.NullMarked;

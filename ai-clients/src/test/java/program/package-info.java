/** Programs that call a client once; compiled and run with older versions of the clients. */
@NullMarked
package program;

import org.jspecify.annotations.NullMarked;

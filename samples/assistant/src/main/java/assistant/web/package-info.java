/** The HTTP server: the page, sign-in and rooms. */
@NullMarked
package assistant.web;

import org.jspecify.annotations.NullMarked;

/** The workflow of answering a question. */
@NullMarked
package assistant.chat;

import org.jspecify.annotations.NullMarked;

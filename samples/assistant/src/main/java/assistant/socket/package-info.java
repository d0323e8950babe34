/** The Socket.IO server: connections and messages. */
@NullMarked
package assistant.socket;

import org.jspecify.annotations.NullMarked;

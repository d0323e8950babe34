package assistant.socket;

import assistant.store.Sessions.Session;
import java.util.Map;

/**
 * A connection of a user who has signed in.
 *
 * @param id the socket's ID
 * @param transport {@code websocket} or {@code polling}
 * @param session the user's session
 * @param trace the trace context of the page that opened the connection, as a map of headers
 */
record Connection(String id, String transport, Session session, Map<String, String> trace) {}

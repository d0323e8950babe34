package quickstart;

import io.opentelemetry.api.trace.SpanKind;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import java.util.Map;

/** Stores the states of tickets. */
final class TicketRepository {

  private final Map<String, String> states = Map.of("T-1", "parcel is in transit");

  @Traced(value = "tickets.state", kind = SpanKind.CLIENT)
  String stateOf(@SpanAttribute("ticket.id") String id) {
    String state = states.get(id);
    if (state == null) {
      throw new TicketNotFoundException(id);
    }
    return state;
  }
}

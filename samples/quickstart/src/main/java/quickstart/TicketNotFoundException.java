package quickstart;

/** Thrown if a ticket does not exist. */
final class TicketNotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TicketNotFoundException(String id) {
    super("no ticket " + id);
  }
}

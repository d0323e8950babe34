package quickstart;

/** Says that there is no such ticket. */
final class TicketNotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TicketNotFoundException(String id) {
    super("no ticket " + id);
  }
}

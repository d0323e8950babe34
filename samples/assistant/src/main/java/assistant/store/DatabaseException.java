package assistant.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a statement fails. It contains neither the driver's message nor the driver's exception,
 * because drivers quote the values of a statement, such as the text of a chat message.
 */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final @Nullable String state;

  DatabaseException(SQLException cause) {
    super("The database failed with SQLSTATE " + cause.getSQLState() + ".");
    state = cause.getSQLState();
  }

  /**
   * Returns the SQLSTATE.
   *
   * @return the five characters, or null if the driver reports none
   */
  public @Nullable String state() {
    return state;
  }

  /**
   * Returns whether the database rejects the values of the statement.
   *
   * @return true if the same values would fail again, because they are invalid or violate a
   *     constraint
   */
  public boolean rejectsValues() {
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }
}

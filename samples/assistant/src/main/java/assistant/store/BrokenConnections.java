package assistant.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/** Removes connections from the pool that H2 reports as broken with a SQLSTATE of its own. */
final class BrokenConnections implements SQLExceptionOverride {

  /** The states CONNECTION_BROKEN, DATABASE_IS_CLOSED and DATABASE_CALLED_AT_SHUTDOWN. */
  private static final Set<String> BROKEN = Set.of("90067", "90098", "90121");

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return BROKEN.contains(String.valueOf(failure.getSQLState()))
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}

package assistant.store;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of the users that have signed in. They are lost with the process. Thread-safe. */
public final class Sessions {

  private static final Duration LIFETIME = Duration.ofHours(8);
  private static final int TOKEN_BYTES = 32;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> byToken = new ConcurrentHashMap<>();

  /**
   * Creates a store without sessions.
   *
   * @param clock the current time
   */
  public Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Starts a session.
   *
   * @param user the user
   * @return the session
   */
  public Session start(String user) {
    byToken.values().removeIf(session -> !isValid(session));
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Session session = new Session(token, user, clock.instant().plus(LIFETIME));
    byToken.put(token, session);
    return session;
  }

  /**
   * Returns a session.
   *
   * @param token the token that a client sent
   * @return the session, or empty if there is no such session or it has expired
   */
  public Optional<Session> find(String token) {
    return Optional.ofNullable(byToken.get(token)).filter(this::isValid);
  }

  private boolean isValid(Session session) {
    return clock.instant().isBefore(session.expiry());
  }

  /**
   * A session.
   *
   * @param token the secret that identifies the session
   * @param user the user
   * @param expiry the end of the session
   */
  public record Session(String token, String user, Instant expiry) {

    /** Omits the token. */
    @Override
    public String toString() {
      return "Session[user=" + user + "]";
    }
  }
}

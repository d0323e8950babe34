package assistant;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the assistant.
 *
 * @param role the part of the application that the process runs
 * @param port the port of the page and of the HTTP API, or 0 for a free one
 * @param socketPort the port of the Socket.IO server, or 0 for a free one
 * @param databaseUrl the JDBC URL of H2 or PostgreSQL
 * @param modelUrl the base URL of an OpenAI-compatible API, or null for the embedded model server
 * @param modelKey the key for that API
 * @param modelName the name of the model
 * @param modelTimeout the time limit for the start of a response of the model
 * @param claimTime the time after which another worker takes over the question of a worker that was
 *     killed, in whole seconds
 * @param messagesPerMinute the number of messages that a user may send per minute
 */
public record Settings(
    Role role,
    int port,
    int socketPort,
    String databaseUrl,
    @Nullable String modelUrl,
    String modelKey,
    String modelName,
    Duration modelTimeout,
    Duration claimTime,
    int messagesPerMinute) {

  private static final String CLAIM_SECONDS = "ASSISTANT_CLAIM_SECONDS";

  /**
   * Returns the settings for a free port each, an empty database in memory and the embedded model.
   *
   * @param databaseName the name of the database, unique in this JVM
   * @return the settings
   */
  public static Settings local(String databaseName) {
    return new Settings(
        Role.BOTH,
        0,
        0,
        "jdbc:h2:mem:" + databaseName + ";DB_CLOSE_DELAY=-1",
        null,
        "none",
        "gpt-4o-mini",
        Duration.ofSeconds(60),
        Duration.ofSeconds(3),
        20);
  }

  /**
   * Reads the settings from environment variables.
   *
   * @param variables the environment
   * @return the settings, with defaults for variables that are not set
   * @throws IllegalArgumentException if a number is invalid, or the role is unknown
   */
  public static Settings of(Map<String, String> variables) {
    Settings defaults = local("assistant");
    return new Settings(
        Role.named(variables.getOrDefault("ASSISTANT_ROLE", defaults.role().toString())),
        Integer.parseInt(variables.getOrDefault("ASSISTANT_PORT", "8080")),
        Integer.parseInt(variables.getOrDefault("ASSISTANT_SOCKET_PORT", "8081")),
        variables.getOrDefault("ASSISTANT_DATABASE_URL", defaults.databaseUrl()),
        variables.containsKey("OPENAI_API_KEY")
            ? variables.getOrDefault("OPENAI_BASE_URL", "https://api.openai.com/v1")
            : variables.get("OPENAI_BASE_URL"),
        variables.getOrDefault("OPENAI_API_KEY", defaults.modelKey()),
        variables.getOrDefault("OPENAI_MODEL", defaults.modelName()),
        defaults.modelTimeout(),
        claimTime(
            variables.getOrDefault(CLAIM_SECONDS, Long.toString(defaults.claimTime().toSeconds()))),
        defaults.messagesPerMinute());
  }

  private static Duration claimTime(String seconds) {
    int number = Integer.parseInt(seconds);
    if (number < 1) {
      throw new IllegalArgumentException(
          CLAIM_SECONDS + " is '" + seconds + "' instead of a positive number.");
    }
    return Duration.ofSeconds(number);
  }

  /** Returns these settings with another role. */
  Settings withRole(Role other) {
    return new Settings(
        other,
        port,
        socketPort,
        databaseUrl,
        modelUrl,
        modelKey,
        modelName,
        modelTimeout,
        claimTime,
        messagesPerMinute);
  }

  /** Returns these settings with another limit of messages. */
  Settings withMessagesPerMinute(int limit) {
    return new Settings(
        role,
        port,
        socketPort,
        databaseUrl,
        modelUrl,
        modelKey,
        modelName,
        modelTimeout,
        claimTime,
        limit);
  }

  /** Returns these settings with another model. */
  Settings withModel(String url, Duration timeout) {
    return new Settings(
        role,
        port,
        socketPort,
        databaseUrl,
        url,
        modelKey,
        modelName,
        timeout,
        claimTime,
        messagesPerMinute);
  }

  /** Returns these settings with another database. */
  Settings withDatabase(String url) {
    return new Settings(
        role,
        port,
        socketPort,
        url,
        modelUrl,
        modelKey,
        modelName,
        modelTimeout,
        claimTime,
        messagesPerMinute);
  }

  /** Omits the key and the URL of the database, which may contain a password. */
  @Override
  public String toString() {
    return "Settings[port=" + port + ", socketPort=" + socketPort + "]";
  }
}

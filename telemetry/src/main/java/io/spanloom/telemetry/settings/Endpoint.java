package io.spanloom.telemetry.settings;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where spans go over OTLP, as the OpenTelemetry protocol exporter specification has it: the
 * variables for traces before those for all signals.
 *
 * @param variable the name, in the environment, of what says the address
 * @param protocol such as {@code grpc}
 * @param address as it was given, or the default of the protocol
 */
public record Endpoint(String variable, String protocol, String address) {

  static final String GRPC = "grpc";
  static final String HTTP = "http/protobuf";

  /** What the specification adds to the address that is not of traces alone. */
  private static final String PATH = "/v1/traces";

  /**
   * Read here, since {@link URI} knows no host with an underscore, which names of containers have.
   */
  private static final Pattern SERVER =
      Pattern.compile("(?:\\[[^\\]]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");

  private static final int GRPC_PORT = 4317;
  private static final int HTTP_PORT = 4318;

  public static Endpoint of(ConfigProperties config) {
    String protocol = forTraces(config, "protocol");
    String known = protocol == null ? HTTP : protocol;
    String variable =
        (config.getString(SettingNames.OTLP_TRACES + "endpoint") == null
                ? SettingNames.OTLP
                : SettingNames.OTLP_TRACES)
            + "endpoint";
    String address = config.getString(variable);
    return new Endpoint(
        TelemetrySettings.variable(variable),
        known,
        address == null
            ? "http://localhost:" + (known.equals(GRPC) ? GRPC_PORT : HTTP_PORT)
            : address);
  }

  private static @Nullable String forTraces(ConfigProperties config, String setting) {
    String value = config.getString(SettingNames.OTLP_TRACES + setting);
    return value == null ? config.getString(SettingNames.OTLP + setting) : value;
  }

  /** Returns what is wrong with it, or nothing. The words hold nothing that may be secret. */
  public Optional<String> fault() {
    if (!protocol.equals(GRPC) && !protocol.equals(HTTP)) {
      return Optional.of(
          "OTEL_EXPORTER_OTLP_PROTOCOL=" + protocol + " is not known; grpc and http/protobuf are");
    }
    URI uri = uri();
    if (uri == null
        || server() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      return Optional.of(
          variable + " is not a URL such as http://localhost:4318, with http or https and a host");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return Optional.of(variable + " must have neither a query nor a fragment");
    }
    if (protocol.equals(GRPC) && uri.getPath().length() > 1) {
      return Optional.of(variable + " has a path, which grpc knows none of");
    }
    return Optional.empty();
  }

  /** Returns how to mend a protocol that the port is not known for, or nothing. */
  public Optional<String> hint() {
    URI uri = uri();
    int port = port();
    if (port == GRPC_PORT && protocol.equals(HTTP)) {
      return Optional.of(hint(GRPC, HTTP_PORT));
    }
    if (port == HTTP_PORT && protocol.equals(GRPC)) {
      return Optional.of(hint(HTTP, GRPC_PORT));
    }
    if (protocol.equals(HTTP)
        && uri != null
        && uri.getPath().endsWith(PATH)
        && !variable.startsWith(TelemetrySettings.variable(SettingNames.OTLP_TRACES))) {
      return Optional.of(PATH + " is added to " + variable + ": leave it out there");
    }
    return Optional.empty();
  }

  private String hint(String usual, int port) {
    return "port %d is usually that of %s: set OTEL_EXPORTER_OTLP_PROTOCOL=%s, or port %d"
        .formatted(port == HTTP_PORT ? GRPC_PORT : HTTP_PORT, usual, usual, port);
  }

  /** Returns the address as it may be shown: without user, password, query and fragment. */
  public String shown() {
    URI uri = uri();
    String server = server();
    if (uri == null || server == null) {
      return "an address that is no URL";
    }
    return uri.getScheme() + "://" + server + uri.getRawPath() + " (" + protocol + ")";
  }

  /** Returns host and port, or null where there is no host. */
  private @Nullable String server() {
    URI uri = uri();
    String authority = uri == null ? null : uri.getRawAuthority();
    if (authority == null) {
      return null;
    }
    String server = authority.substring(authority.lastIndexOf('@') + 1);
    return SERVER.matcher(server).matches() ? server : null;
  }

  private int port() {
    String server = server();
    Matcher parts = SERVER.matcher(server == null ? "" : server);
    return parts.matches() && parts.group(1) != null ? Integer.parseInt(parts.group(1)) : -1;
  }

  private @Nullable URI uri() {
    try {
      return new URI(address);
    } catch (URISyntaxException notOne) {
      return null;
    }
  }
}

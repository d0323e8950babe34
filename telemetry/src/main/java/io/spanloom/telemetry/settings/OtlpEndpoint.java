package io.spanloom.telemetry.settings;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OTLP endpoint for spans, resolved as the OpenTelemetry protocol exporter specification
 * requires: settings for traces take precedence over those for all signals. Not part of the API.
 *
 * @param variable the environment variable that sets the address
 * @param protocol the protocol, such as {@code grpc}
 * @param address the configured address, or the protocol's default
 */
public record OtlpEndpoint(String variable, String protocol, String address) {

  static final String GRPC = "grpc";
  static final String HTTP = "http/protobuf";

  /** The path that exporters append to an address for all signals. */
  private static final String TRACES_PATH = "/v1/traces";

  /** {@link URI} rejects hosts with an underscore, which are common for containers. */
  private static final Pattern SERVER =
      Pattern.compile("(?:\\[[^\\]]+]|[^:\\[\\]]+)(?::(\\d{1,5}))?");

  private static final int GRPC_PORT = 4317;
  private static final int HTTP_PORT = 4318;

  /** Reads the endpoint from the settings. */
  public static OtlpEndpoint of(ConfigProperties config) {
    String configured = forTraces(config, "protocol");
    String protocol = configured == null ? HTTP : configured;
    String property =
        (config.getString(SettingNames.OTLP_TRACES + "endpoint") == null
                ? SettingNames.OTLP
                : SettingNames.OTLP_TRACES)
            + "endpoint";
    String address = config.getString(property);
    return new OtlpEndpoint(
        TelemetrySettings.variable(property),
        protocol,
        address == null
            ? "http://localhost:" + (protocol.equals(GRPC) ? GRPC_PORT : HTTP_PORT)
            : address);
  }

  private static @Nullable String forTraces(ConfigProperties config, String setting) {
    String value = config.getString(SettingNames.OTLP_TRACES + setting);
    return value == null ? config.getString(SettingNames.OTLP + setting) : value;
  }

  /** Returns the setting that makes this endpoint unusable, or empty. It contains no secrets. */
  public Optional<InvalidSetting> invalidSetting() {
    if (!protocol.equals(GRPC) && !protocol.equals(HTTP)) {
      return Optional.of(
          new InvalidSetting(
              TelemetrySettings.variable(SettingNames.PROTOCOL),
              protocol,
              "grpc or http/protobuf"));
    }
    URI uri = uri();
    if (uri == null
        || server() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      return invalidAddress("an http or https URL with a host, such as http://localhost:4318");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      return invalidAddress("a URL without a query or a fragment");
    }
    if (protocol.equals(GRPC) && uri.getPath().length() > 1) {
      return invalidAddress("a URL without a path when the protocol is grpc");
    }
    return Optional.empty();
  }

  private Optional<InvalidSetting> invalidAddress(String expected) {
    return Optional.of(new InvalidSetting(variable, null, expected));
  }

  /** Returns advice if the port or the path is unusual for the protocol, or empty. */
  public Optional<String> hint() {
    URI uri = uri();
    int port = port();
    if (port == GRPC_PORT && protocol.equals(HTTP)) {
      return Optional.of(portHint(port, GRPC, HTTP_PORT));
    }
    if (port == HTTP_PORT && protocol.equals(GRPC)) {
      return Optional.of(portHint(port, HTTP, GRPC_PORT));
    }
    if (protocol.equals(HTTP)
        && uri != null
        && uri.getPath().endsWith(TRACES_PATH)
        && !variable.startsWith(TelemetrySettings.variable(SettingNames.OTLP_TRACES))) {
      return Optional.of(
          "remove %s from %s, because exporters append it".formatted(TRACES_PATH, variable));
    }
    return Optional.empty();
  }

  private static String portHint(int port, String usualProtocol, int otherPort) {
    return "port %d is usually for %s, so set OTEL_EXPORTER_OTLP_PROTOCOL=%s or use port %d"
        .formatted(port, usualProtocol, usualProtocol, otherPort);
  }

  /** Returns the address for display, without user name, password, query and fragment. */
  public String displayName() {
    URI uri = uri();
    String server = server();
    if (uri == null || server == null) {
      return "an invalid URL";
    }
    return uri.getScheme() + "://" + server + uri.getRawPath() + " (" + protocol + ")";
  }

  /** Returns host and port, or null if there is no host. */
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
    } catch (URISyntaxException invalid) {
      return null;
    }
  }
}

package io.spanloom.telemetry.library;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a protocol such as {@code HTTP/1.1}. */
final class Protocol {

  private Protocol() {}

  static @Nullable String name(@Nullable String protocol) {
    return part(protocol, 0);
  }

  static @Nullable String version(@Nullable String protocol) {
    return part(protocol, 1);
  }

  private static @Nullable String part(@Nullable String protocol, int index) {
    String[] parts = protocol == null ? new String[0] : protocol.split("/", 2);
    return parts.length == 2 ? parts[index].toLowerCase(Locale.ROOT) : null;
  }
}

package io.spanloom.telemetry.http;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses without what may be secret in them. */
final class UrlRedactor {

  private static final String REDACTED = "REDACTED";

  private UrlRedactor() {}

  /**
   * Returns an address without user, password and fragment, and without the values in its query.
   *
   * @param uri an absolute address
   */
  static String full(URI uri) {
    String query = query(uri.getRawQuery());
    return uri.getScheme()
        + "://"
        + withoutUser(uri)
        + path(uri)
        + (query == null ? "" : "?" + query);
  }

  private static String withoutUser(URI uri) {
    String authority = uri.getRawAuthority();
    return authority == null ? "" : authority.substring(authority.indexOf('@') + 1);
  }

  private static String path(URI uri) {
    return uri.getRawPath() == null ? "" : uri.getRawPath();
  }

  /**
   * Returns a query with its names alone: which of its values are secret, nobody can tell.
   *
   * @param query what stands behind the question mark, or null
   */
  static @Nullable String query(@Nullable String query) {
    return query == null
        ? null
        : Arrays.stream(query.split("&", -1))
            .map(UrlRedactor::name)
            .collect(Collectors.joining("&"));
  }

  private static String name(String parameter) {
    int end = parameter.indexOf('=');
    if (parameter.isEmpty()) {
      return "";
    }
    return end < 0 ? REDACTED : parameter.substring(0, end + 1) + REDACTED;
  }
}

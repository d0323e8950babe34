package io.spanloom.telemetry.http;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Removes the parts of a URL that may contain secrets. */
final class UrlRedactor {

  private static final String REDACTED = "REDACTED";

  private UrlRedactor() {}

  /**
   * Returns a URI without its user info, its fragment and the values in its query.
   *
   * @param uri an absolute URI
   */
  static String full(URI uri) {
    String query = query(uri.getRawQuery());
    return uri.getScheme()
        + "://"
        + withoutUserInfo(uri)
        + path(uri)
        + (query == null ? "" : "?" + query);
  }

  private static String withoutUserInfo(URI uri) {
    String authority = uri.getRawAuthority();
    return authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
  }

  private static String path(URI uri) {
    return uri.getRawPath() == null ? "" : uri.getRawPath();
  }

  /**
   * Returns a query with every value redacted, because any value may be a secret.
   *
   * @param query a raw query string, or null
   */
  static @Nullable String query(@Nullable String query) {
    return query == null
        ? null
        : Arrays.stream(query.split("&", -1))
            .map(UrlRedactor::redacted)
            .collect(Collectors.joining("&"));
  }

  private static String redacted(String parameter) {
    int end = parameter.indexOf('=');
    if (parameter.isEmpty()) {
      return "";
    }
    return end < 0 ? REDACTED : parameter.substring(0, end + 1) + REDACTED;
  }
}

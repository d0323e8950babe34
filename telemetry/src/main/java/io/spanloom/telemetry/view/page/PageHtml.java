package io.spanloom.telemetry.view.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page, put together from its resources: one file that needs no other. */
final class PageHtml {

  /** The page's scripts; each calls only functions of those before it. */
  static final List<String> SCRIPTS =
      List.of(
          "state.js",
          "elements.js",
          "list.js",
          "waterfall.js",
          "details.js",
          "update.js",
          "input.js",
          "page.js");

  private final String beforeData;
  private final String afterData;
  private final String policy;

  PageHtml() {
    String style = resource("page.css");
    String script =
        SCRIPTS.stream()
            .map(PageHtml::resource)
            .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n", "})();\n"));
    // Even where a text became markup by a mistake, the browser would run nothing but the script.
    policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; connect-src"
            + " 'self'; require-trusted-types-for 'script'; script-src "
            + hash(script)
            + "; style-src "
            + hash(style);
    String page =
        resource("page.html")
            .replace("{{policy}}", policy)
            .replace("{{style}}", style)
            .replace("{{script}}", script);
    String marker = "{{data}}";
    int data = page.indexOf(marker);
    beforeData = page.substring(0, data);
    afterData = page.substring(data + marker.length());
  }

  /**
   * Returns the page.
   *
   * @param data what {@link RecentTraces#all} returns, or empty for a page that asks for it
   */
  String with(String data) {
    return beforeData + data + afterData;
  }

  /** Returns the Content-Security-Policy that the page also bears itself. */
  String policy() {
    return policy;
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("Every Java has SHA-256", every);
    }
  }

  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(PageHtml.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

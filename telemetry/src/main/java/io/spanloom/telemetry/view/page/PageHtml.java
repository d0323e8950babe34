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

/** The page, assembled from its resources into one self-contained HTML document. */
final class PageHtml {

  /** The page's scripts; each calls only functions of those before it. */
  static final List<String> SCRIPTS =
      List.of(
          "state.js",
          "elements.js",
          "list.js",
          "runs.js",
          "waterfall.js",
          "details.js",
          "otlp.js",
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
    // Defense in depth: even if a text became markup by mistake, only this script could run.
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
   * Returns the page's HTML.
   *
   * @param data the result of {@link RecentTraces#all}, or empty for a page that polls the server
   */
  String withData(String data) {
    return beforeData + data + afterData;
  }

  /** Returns the Content-Security-Policy, which the page also contains. */
  String policy() {
    return policy;
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every JDK provides SHA-256
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

package io.spanloom.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a manifest as a self-contained HTML page. The template is a resource; the rows are written
 * here, so that the page works without JavaScript.
 */
final class ManifestPage {

  private static final String TEMPLATE = "spans.html";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  private final StringBuilder rows = new StringBuilder();
  private final String sourcesPath;

  private ManifestPage(Path sourcesPath) {
    this.sourcesPath =
        link(sourcesPath.toString().replace(sourcesPath.getFileSystem().getSeparator(), "/"));
  }

  /**
   * Writes the page.
   *
   * @param manifest the manifest to show
   * @param title the subject of the page
   * @param sourcesPath the path from the page to the folder for generated sources
   */
  static String write(Manifest manifest, String title, Path sourcesPath) {
    ManifestPage page = new ManifestPage(sourcesPath);
    for (DescribedClass type : manifest.classes()) {
      type.spans().forEach(span -> page.addRow(type, span));
    }
    Map<String, String> parts =
        Map.of(
            "rows", page.rows.toString(),
            "workflows", workflows(manifest),
            "summary", escaped(TelemetryManifest.summary(manifest)),
            "title", escaped(title));
    // In a single pass, because a span name may look like a placeholder.
    return PLACEHOLDER
        .matcher(template())
        .replaceAll(
            placeholder -> Matcher.quoteReplacement(parts.getOrDefault(placeholder.group(1), "")));
  }

  private static String workflows(Manifest manifest) {
    StringBuilder result = new StringBuilder();
    for (WorkflowGraph graph : WorkflowGraph.of(manifest)) {
      result
          .append("<section>\n<h2>Workflow ")
          .append(escaped(graph.name()))
          .append("</h2>\n<div class=\"picture\">")
          .append(WorkflowPicture.element(graph))
          .append("</div>\n<details><summary>Mermaid</summary><pre>")
          .append(escaped(graph.mermaid()))
          .append("</pre></details>\n</section>\n");
    }
    return result.toString();
  }

  private static String template() {
    try (InputStream template =
        Objects.requireNonNull(ManifestPage.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
      return new String(template.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void addRow(DescribedClass type, DescribedSpan span) {
    rows.append("<tr>\n<th scope=\"row\">");
    rows.append(span.name() == null ? "<em>the current span</em>" : escaped(span.name()));
    notes(span).forEach(this::addNote);
    rows.append("</th>\n<td>").append(span.kind() == null ? "–" : escaped(span.kind()));
    rows.append("</td>\n<td><code>")
        .append(escaped(type.className() + "." + span.method()))
        .append("</code>");
    rows.append("<span class=\"note\">")
        .append(escaped(span.annotation()))
        .append(
            span.inherited() == null
                ? ""
                : ", inherited from @" + escaped(inherited(span.inherited())))
        .append(" · <a href=\"")
        .append(sourcesPath)
        .append('/')
        .append(link(type.source()))
        .append("\">generated source</a></span></td>\n<td>");
    addAttributes(span);
    rows.append("</td>\n<td>").append(woven(span.woven())).append("</td>\n</tr>\n");
  }

  private static String inherited(DescribedSpan.Inherited inherited) {
    return inherited.annotation() + " on " + inherited.on();
  }

  /** Returns the properties of a span that differ from the defaults. */
  private static List<String> notes(DescribedSpan span) {
    List<String> notes = new ArrayList<>();
    if (!span.form().equals("span")) {
      notes.add(span.form());
    }
    if (span.root()) {
      notes.add("starts a new trace");
    }
    if (!span.endsWith().equals("return")) {
      notes.add("ends when the deferred result completes");
    }
    if (span.streamSpan() != null) {
      notes.add("child span of the stream: " + span.streamSpan());
    }
    if (span.after() != null) {
      notes.add("after: " + String.join(", ", span.after()));
    }
    if (span.parent() != null) {
      notes.add("parent: " + span.parent());
    }
    if (!span.links().isEmpty()) {
      notes.add("links: " + String.join(", ", span.links()));
    }
    if (!span.expected().isEmpty()) {
      notes.add("expected exceptions: " + String.join(", ", span.expected()));
    }
    return notes;
  }

  private void addNote(String note) {
    rows.append("<span class=\"note\">").append(escaped(note)).append("</span>");
  }

  private void addAttributes(DescribedSpan span) {
    rows.append("<ul>\n");
    for (DescribedAttribute attribute : span.attributes()) {
      rows.append("<li><code>")
          .append(escaped(attribute.key()))
          .append("</code> <span class=\"type\">")
          .append(escaped(attribute.type()))
          .append("</span> <span class=\"origin\">")
          .append(escaped(attribute.origin() + when(attribute)))
          .append("</span></li>\n");
    }
    rows.append("</ul>");
  }

  private static String when(DescribedAttribute attribute) {
    return switch (attribute.when()) {
      case "end" -> ", at the end";
      case "run" -> ", in a run";
      case "failure" -> ", on failure";
      default -> "";
    };
  }

  private static String woven(@Nullable Boolean woven) {
    if (woven == null) {
      return "unknown";
    }
    return woven ? "<span class=\"yes\">woven</span>" : "<span class=\"no\">not woven</span>";
  }

  private static String link(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }

  static String escaped(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> result.append("&amp;");
        case '<' -> result.append("&lt;");
        case '>' -> result.append("&gt;");
        case '"' -> result.append("&quot;");
        default -> result.append(c);
      }
    }
    return result.toString();
  }
}

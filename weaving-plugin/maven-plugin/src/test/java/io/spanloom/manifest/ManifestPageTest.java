package io.spanloom.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code spans.html}, the manifest for humans. */
@Tag("slow")
final class ManifestPageTest {

  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  @Test
  void showsOneRowPerSpan(@TempDir Path folder) throws Exception {
    String page = Build.of(folder, Shop.SOURCE).weave().report("spans.html");

    assertThat(page.split("<th scope=\"row\">", -1)).hasSize(7);
    assertThat(page)
        .contains(
            "<h1>Spans of the shop</h1>",
            "<p>6 spans in 1 class, all woven</p>",
            "<code>shop.Orders.refuse(Context)</code>",
            "<code>order.id</code> <span class=\"type\">string</span> <span class=\"origin\">from id<",
            "<span class=\"origin\">from card, hashed<",
            "<span class=\"origin\">baggage entry tenant<",
            "<span class=\"origin\">= openai<",
            "<span class=\"origin\">from result, at the end<",
            ", inherited from @shop.Orders$Served on shop.Orders",
            "expected exceptions: java.util.concurrent.TimeoutException",
            "<span class=\"yes\">woven</span>")
        .doesNotContain("class=\"no\"", "{{");
  }

  @Test
  void showsUnwovenMethods(@TempDir Path folder) throws Exception {
    assertThat(
            Build.of(folder, "class Orders { @io.spanloom.Traced void place() {} }")
                .report("spans.html"))
        .contains("1 not woven", "<span class=\"no\">not woven</span>");
  }

  @Test
  void linksToGeneratedSources(@TempDir Path folder) throws Exception {
    Build build =
        Build.of(
            folder.resolve("a b"),
            "class Größe { static class Inner { @io.spanloom.Traced void place() {} } }");
    String page = build.report("spans.html");
    URI home = build.folder().resolve("target/spanloom/spans.html").toUri();

    assertThat(LINK.matcher(page).results().map((MatchResult link) -> link.group(1)))
        .hasSize(1)
        .allSatisfy(
            link -> assertThat(Files.readString(Path.of(home.resolve(link)))).contains("@Aspect"));
  }

  @Test
  void escapesNames(@TempDir Path folder) throws Exception {
    String page =
        Build.of(
                folder,
                """
                class Orders {
                  @io.spanloom.Traced("<script>alert(\\"$1 & {{title}}\\")</script>") void place() {}
                }
                """)
            .report("spans.html");

    assertThat(page)
        .contains("&lt;script&gt;alert(&quot;$1 &amp; {{title}}&quot;)&lt;/script&gt;")
        .doesNotContain("alert(\"");
  }

  @Test
  void namesChildSpanOfStream(@TempDir Path folder) throws Exception {
    String page =
        Build.of(
                folder,
                """
                class Orders {
                  @SuppressWarnings("SPL012")
                  @io.spanloom.AICall(provider = "x", model = "m", streamSpan = true)
                  java.util.stream.Stream<String> tell() { return null; }
                }
                """)
            .report("spans.html");

    assertThat(page)
        .contains("<span class=\"note\">child span of the stream: chat m stream</span>");
  }

  @Test
  void loadsNoExternalResources(@TempDir Path folder) throws Exception {
    assertThat(Build.of(folder, Shop.SOURCE).report("spans.html"))
        .contains("default-src 'none'")
        .doesNotContain("http:", "https:", "src=", "@import", "url(");
  }
}

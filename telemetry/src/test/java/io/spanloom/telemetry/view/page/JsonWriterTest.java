package io.spanloom.telemetry.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonWriterTest {

  @Test
  void separatesMembersAndElements() {
    String json =
        new JsonWriter()
            .begin('{')
            .name("a")
            .value(1)
            .name("b")
            .begin('[')
            .value("x")
            .begin('[')
            .end(']')
            .raw("true")
            .end(']')
            .name("c")
            .begin('{')
            .end('}')
            .end('}')
            .toString();

    assertThat(json).isEqualTo("{\"a\":1,\"b\":[\"x\",[],true],\"c\":{}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain ä 日本 😀",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "\" \\ / \b \f \n \r \t \u0000 \u001f \u007f",
        "\u2028\u2029",
        "{{data}}",
        "&lt;",
      })
  void preservesTextsAndEscapesMarkup(String text) {
    String json = new JsonWriter().value(text).toString();

    assertThat(JsonParser.parseString(json).getAsString()).isEqualTo(text);
    assertThat(json).doesNotContain("<", ">", "&", "\n", "\u2028", "\u2029");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ude00", "\ude00\ud83d", "\ud83dx"})
  void preservesLoneSurrogatesInUtf8(String text) {
    String json = new JsonWriter().value(text).toString();
    String read = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    assertThat(JsonParser.parseString(read).getAsString()).isEqualTo(text);
  }

  @Test
  void truncatesLongTextsBetweenCharacters() {
    assertThat(new JsonWriter().value("abc", 3)).hasToString("\"abc\"");
    assertThat(new JsonWriter().value("abcd", 3)).hasToString("\"abc… (4 characters)\"");
    assertThat(new JsonWriter().value("ab😀d", 3)).hasToString("\"ab… (5 characters)\"");
  }
}

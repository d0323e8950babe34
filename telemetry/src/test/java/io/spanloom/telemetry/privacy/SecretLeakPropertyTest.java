package io.spanloom.telemetry.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spanloom.support.RandomChoices;
import io.spanloom.support.RandomTest;
import java.net.URLEncoder;

/** Secrets that are embedded in texts as their formats permit, surrounded by random text. */
final class SecretLeakPropertyTest {

  /** Marks the begin and the end of a secret, with letters that no format encodes. */
  private static final String BEGIN = "gehEim";

  private static final String END = "niSSe";

  private final TextRules rules = new TextRules(100_000);

  @RandomTest
  void exportsNoPartOfPassword(RandomChoices random) {
    String key =
        random.oneOf("some.key", "url.full", "http.request.header.referer", "db.connection_string");
    String text =
        random.oneOf("", "", "failed: ", "GET ", "see \"x\", ")
            + text(random)
            + random.oneOf("", "", " failed", " (3 tries); x=y", "\nnext line");

    String redacted = rules.redact(key, text);

    assertThat(redacted).as(text).doesNotContain(BEGIN).doesNotContain(END);
    assertThat(rules.redact(key, redacted)).as(text).doesNotContain(BEGIN).doesNotContain(END);
  }

  @RandomTest
  void redactsAnyTextWithoutFailing(RandomChoices random) {
    String any = random.string(60);
    String pieces =
        String.join(
            "",
            random.list(
                0,
                12,
                () ->
                    random.oneOf(
                        "password",
                        "=",
                        ";",
                        "{",
                        "}",
                        "\"",
                        "\\",
                        "//",
                        "@",
                        ":",
                        "jdbc:",
                        "jdbc:oracle:thin:",
                        " ",
                        "(",
                        "%3D",
                        "\n",
                        "a")));

    assertThat(rules.redact("db.connection_string", any)).isNotNull();
    assertThat(rules.redact("some.key", pieces)).isNotNull();
  }

  private static String text(RandomChoices random) {
    String name = random.oneOf("password", "access_token", "Pwd", "apiKey", "client.secret", "otp");
    return switch (random.between(1, 14)) {
      case 1 -> "https://host" + path(random) + "?a=b&" + name + "=" + encoded(random) + "&c=d#e=f";
      case 2 -> path(random) + "?a=b#c=d&" + name + "=" + encoded(random);
      case 3 -> "https://user:" + secret(random, "/#?:@'\"<>!$&;=") + "@host/a";
      case 4 -> "jdbc:mysql://user:" + secret(random, "/#?:@!$") + "@host:3306/db?a=b";
      case 5 -> "jdbc:sqlserver://h:1433;user=a;" + name + "={" + braced(random) + "};a=b";
      case 6 -> "jdbc:sqlserver://h;" + name + "=" + secret(random, " {}()/#@,") + ";a=b";
      case 7 -> "jdbc:mysql://(host=h," + name + "=" + secret(random, " (){}/#@;,") + ",a=b)/db";
      case 8 ->
          "jdbc:mysql://address=(host=h)(" + name + "=" + secret(random, "(){}/#@;,") + ")(a=b)";
      case 9 -> "jdbc:oracle:thin:@(DESCRIPTION=(A=b)(" + name + "=" + secret(random, "()/") + "))";
      case 10 -> "jdbc:oracle:thin:scott/\"" + secret(random, " /@:;#") + "\"@//host:1521/x";
      case 11 -> "host=h user=u " + name + "=" + secret(random, "/#@,:(){}") + " dbname=d";
      case 12 -> "host=h " + name + " = '" + secret(random, " ;=").replace("'", "\\'") + "' port=1";
      case 13 -> "Server=h; " + name + "=" + secret(random, " /#@,:()") + ";a=b";
      default -> "{\"a\":1,\"" + name + "\":\"" + secret(random, " ,:{}/;") + "\",\"b\":2}";
    };
  }

  private static String path(RandomChoices random) {
    return random.oneOf("/", "/a/@b", "/a;b", "/a.b/c");
  }

  private static String secret(RandomChoices random, String special) {
    return BEGIN + random.string(special + "aZ0_-.%", 8) + END;
  }

  private static String braced(RandomChoices random) {
    return secret(random, " ;{}/@=").replace("}", "}}");
  }

  private static String encoded(RandomChoices random) {
    return URLEncoder.encode(secret(random, " &;#=/?@\"{}"), UTF_8);
  }
}

package io.spanloom.telemetry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextRulesTest {

  private final TextRules rules = new TextRules(1000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://host/a?b=c&d=e|https://host/a?b=c&d=e",
        "https://user:pass@host/a|https://REDACTED:REDACTED@host/a",
        "https://user@host/a|https://REDACTED@host/a",
        "https://us:p@ss@host/a|https://REDACTED:REDACTED@host/a",
        "https://host/@name?to=a@b.c|https://host/@name?to=a@b.c",
        "https://host?q=1&access_token=abc&r=2|https://host?q=1&access_token=REDACTED&r=2",
        "https://host?api_key=a$1\\b#x|https://host?api_key=REDACTED",
        "https://host/#id_token=abc|https://host/#id_token=REDACTED",
        "https://s3/b?X-Amz-Signature=a&X-Amz-Credential=b&X-Amz-Date=c"
            + "|https://s3/b?X-Amz-Signature=REDACTED&X-Amz-Credential=REDACTED&X-Amz-Date=c",
        "https://s3/b?AWSAccessKeyId=a&Signature=b&sig=c&key=d"
            + "|https://s3/b?AWSAccessKeyId=REDACTED&Signature=REDACTED&sig=REDACTED&key=REDACTED",
        "jdbc:postgresql://host/db?user=sa&password=x|jdbc:postgresql://host/db?user=sa&password=REDACTED",
        "jdbc:sqlserver://host;user=sa;password=x;encrypt=true"
            + "|jdbc:sqlserver://host;user=sa;password=REDACTED;encrypt=true",
        "jdbc:h2:mem:a;PASSWORD=x|jdbc:h2:mem:a;PASSWORD=REDACTED",
        "jdbc:oracle:thin:scott/tiger@//host:1521/x|jdbc:oracle:thin:REDACTED@//host:1521/x",
        "jdbc:oracle:thin:@//host:1521/x|jdbc:oracle:thin:@//host:1521/x",
        "mongodb://u:p@a,b/db|mongodb://REDACTED:REDACTED@a,b/db",
        "no answer from amqp://u:p@host:5672 (3 tries)"
            + "|no answer from amqp://REDACTED:REDACTED@host:5672 (3 tries)",
        "GET https://host?token=abc failed; see log|GET https://host?token=REDACTED failed; see log",
        "password=abc is no URL|password=abc is no URL",
        "mail to a@b.c?token=x|mail to a@b.c?token=x"
      })
  void redactsUrls(String text, String expected) {
    assertThat(rules.redact("some.key", text)).isEqualTo(expected);
    assertThat(rules.redact("some.key", expected)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "url.query|q=a&password=b|q=a&password=REDACTED",
        "url.query|token=b|token=REDACTED",
        "url.path|/a;jsessionid=ABC|/a;jsessionid=REDACTED",
        "http.target|/a?secret=b&c=d|/a?secret=REDACTED&c=d",
        "db.connection_string|Server=h; Uid=sa; Pwd=a b;x=y|Server=h; Uid=sa; Pwd=REDACTED;x=y",
        "db.connection_string|Server=h;Password=\"a;b\";x=y|Server=h;Password=REDACTED;x=y",
        "some.query|token=b|token=b"
      })
  void redactsPartsOfUrlsByKey(String key, String text, String expected) {
    assertThat(rules.redact(key, text)).isEqualTo(expected);
  }

  @Test
  void truncatesWithoutSplittingSurrogatePairs() {
    TextRules four = new TextRules(4);

    assertThat(four.redact("a", "abcd")).isEqualTo("abcd");
    assertThat(four.redact("a", "abcde")).isEqualTo("abcd");
    assertThat(four.redact("a", "abc\uD83D\uDE00")).isEqualTo("abc");
    assertThat(new TextRules(Integer.MAX_VALUE).redact("exception.stacktrace", "abc"))
        .isEqualTo("abc");
  }

  @Test
  void allowsEightTimesLongerStackTraces() {
    TextRules four = new TextRules(4);

    assertThat(four.redact("exception.stacktrace", "x".repeat(40))).hasSize(32);
  }
}

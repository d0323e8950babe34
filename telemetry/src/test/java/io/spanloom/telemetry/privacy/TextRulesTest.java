package io.spanloom.telemetry.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        "password=abc is no URL|password=REDACTED is no URL",
        "mail to a@b.c?token=x|mail to a@b.c?token=REDACTED",
        "https://host/?q=1#access_token=abc|https://host/?q=1#access_token=REDACTED",
        "https://host/?q=1#a=2&id_token=abc|https://host/?q=1#a=2&id_token=REDACTED",
        "https://host/cb?code=abc&state=x|https://host/cb?code=REDACTED&state=x",
        "https://host/?country_code=DE&status_code=500|https://host/?country_code=DE&status_code=500",
        "https://host/?user%5Bpassword%5D=a&b=c|https://host/?user%5Bpassword%5D=REDACTED&b=c",
        "https://host/?user[password]=a&b=c|https://host/?user[password]=REDACTED&b=c",
        "https://host/?next=https%3A%2F%2Fh%3Fpin%3Dabc%26b%3Dc&d=e"
            + "|https://host/?next=https%3A%2F%2Fh%3Fpin%3DREDACTED%26b%3Dc&d=e",
        "https://host?token=a;b&c=d|https://host?token=REDACTED&c=d",
        "GET /login?token=abc|GET /login?token=REDACTED",
        "GET login;jsessionid=abc?x=y|GET login;jsessionid=REDACTED",
        "/cb#id_token=abc|/cb#id_token=REDACTED"
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
        "https://us:p/ss@host/a|https://REDACTED:REDACTED@host/a",
        "https://us:p#ss@host/a|https://REDACTED:REDACTED@host/a",
        "https://us:p?ss@host/a|https://REDACTED:REDACTED@host/a",
        "https://us:p/s\"s@host/a|https://REDACTED:REDACTED@host/a",
        "https://us:p@s/s@host/a|https://REDACTED:REDACTED@host/a",
        "https://us:p s@host/a|https://REDACTED:REDACTED@host/a",
        "postgresql://u:12/3@host/db|postgresql://REDACTED:REDACTED@host/db",
        "jdbc:mysql://u:p/w#x@host/db|jdbc:mysql://REDACTED:REDACTED@host/db",
        "http://localhost:4873/@scope/a|http://localhost:4873/@scope/a",
        "http://[::1]:80/@scope|http://[::1]:80/@scope",
        "mongodb://a:1,b:2/db?x=a@b|mongodb://a:1,b:2/db?x=a@b",
        "jdbc:sqlserver://h:1433;user=a@b;password=x|jdbc:sqlserver://h:1433;user=a@b;password=REDACTED",
        "jdbc:postgresql://h:1/db?user=a@b&x=y|jdbc:postgresql://h:1/db?user=a@b&x=y"
      })
  void redactsUserInfoWithUnencodedDelimiters(String text, String expected) {
    assertThat(rules.redact("some.key", text)).isEqualTo(expected);
    assertThat(rules.redact("some.key", expected)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:mysql://(host=h,port=1,password=x)/db|jdbc:mysql://(host=h,port=1,password=REDACTED",
        "jdbc:mysql://address=(host=h)(password=x)(user=u)/db|jdbc:mysql://address=(host=h)(password=REDACTED",
        "jdbc:sqlserver://h;password={a;b};encrypt=true|jdbc:sqlserver://h;password=REDACTED;encrypt=true",
        "jdbc:sqlserver://h;password={a}};b};encrypt=true|jdbc:sqlserver://h;password=REDACTED;encrypt=true",
        "jdbc:sqlserver://h;password={a;b=c|jdbc:sqlserver://h;password=REDACTED",
        "jdbc:sqlserver://h;password=a b;encrypt=true|jdbc:sqlserver://h;password=REDACTED;encrypt=true",
        "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h))(SECURITY=(PASSWORD=x)(A=b)))"
            + "|jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h))(SECURITY=(PASSWORD=REDACTED",
        "jdbc:oracle:thin:scott/\"p@s s\"@//h:1/x|jdbc:oracle:thin:REDACTED@//h:1/x",
        "jdbc:db2://h:1/db:password=a;user=b;|jdbc:db2://h:1/db:password=REDACTED;user=b;",
        "host=h password=abc dbname=d|host=h password=REDACTED dbname=d",
        "host=h password = 'a b\\' c' dbname=d|host=h password = REDACTED dbname=d",
        "host=h password=a\\ b dbname=d|host=h password=REDACTED dbname=d",
        "Pwd=a b;Server=h|Pwd=REDACTED;Server=h",
        "Server=h;Jet OLEDB:Database Password=a b;x=y|Server=h;Jet OLEDB:Database Password=REDACTED;x=y",
        "Login[user=u, password=a b, x=y]|Login[user=u, password=REDACTED, x=y]",
        "Login[user=u, password=a b]|Login[user=u, password=REDACTED",
        "{\"a\":1,\"password\":\"a b\",\"c\":2}|{\"a\":1,\"password\":REDACTED,\"c\":2}",
        "java --password=abc -Dapi.token=x -jar a.jar|java --password=REDACTED -Dapi.token=REDACTED -jar a.jar",
        "status code=500, error.code=7, tokens=5, key=a, author=b|status code=500, error.code=7, tokens=5, key=a, author=b",
        "expected token = but was x|expected token = but was x",
        "password.length=7 and token_type=x|password.length=7 and token_type=x"
      })
  void redactsConnectionStringsAndOtherTexts(String text, String expected) {
    assertThat(rules.redact("some.key", text)).isEqualTo(expected);
    assertThat(rules.redact("some.key", expected)).isEqualTo(expected);
  }

  @Test
  void redactsUserInfoThatEndsAfterTheLimit() {
    TextRules four = new TextRules(20);

    assertThat(four.redact("a", "https://user:" + "p".repeat(50) + "@host/a"))
        .isEqualTo("https://REDACTED:RED");
  }

  @Test
  void redactsHugeTextInBoundedTime() {
    for (String piece :
        List.of("//a:1", "password = ", "%3D", ";a=", "//u:x@", "jdbc:", "\"a\":{")) {
      assertThat(new TextRules(4096).redact("a", piece.repeat(400_000) + "@host"))
          .hasSizeLessThanOrEqualTo(4096);
    }
  }

  @Test
  void redactsEachLine() {
    assertThat(rules.redact("some.key", "jdbc:h2:a;password=b\n c=d\r\nhttps://u:p@h\n"))
        .isEqualTo("jdbc:h2:a;password=REDACTED\n c=d\r\nhttps://REDACTED:REDACTED@h\n");
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
        "some.query|token=b|token=REDACTED",
        "url.query|code=abc&x=y|code=REDACTED&x=y",
        "http.request.header.referer|/a?token=b c&d=e|/a?token=REDACTED&d=e",
        "http.response.header.location|cb?code=abc|cb?code=REDACTED",
        "http.response.header.refresh|0;url=/a?token=x|0;url=/a?token=REDACTED",
        "http.request.header.content-type|a/b; boundary=x|a/b; boundary=x",
        "db.connection_string|user:p@ss/w@tcp(host:3306)/db|REDACTED@tcp(host:3306)/db",
        "db.connection_string|scott/tiger@host|REDACTED@host",
        "db.connection_string|Server=h@i;x=y|Server=h@i;x=y",
        "db.query.text|select a from b where password=? and c = ?"
            + "|select a from b where password=? and c = ?"
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

package io.spanloom.telemetry.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplingRulesTest {

  @Test
  void parsesRulesInOrder() {
    SamplingRules rules =
        SamplingRules.parse(
            "/health*=0;ai.*=1 ;kind=server&http.route=/api/*=0.5; package = shop.orders.* = 10/s;"
                + "GET /a = 0.25,2.50 /s;*=.1");

    assertThat(rules.rules())
        .extracting(SamplingRule::toString)
        .containsExactly(
            "/health* = 0",
            "ai.* = 1",
            "kind=SERVER & http.route=/api/* = 0.5",
            "package=shop.orders.* = 10/s",
            "GET /a = 0.25, 2.5/s",
            "* = 0.1");
  }

  @Test
  void parsesLinesAndComments() {
    SamplingRules rules =
        SamplingRules.parse(
            """

            # probes first
            /health* = 0   # not worth a trace
            Order#place = 1;\r
            * = 0.1
            """);

    assertThat(rules).hasToString("/health* = 0; Order#place = 1; * = 0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a = b & c; d, e\" = 1",
        "\"kind\"=a = 1",
        "\"say \\\"\\*\\\" \\\\\" = 1",
        "\" a\" = 1",
        "\"#a\" = 1",
        "\"a #b\" = 1",
        "\"\" = 1",
        "name=* & a=b = 1",
        "\"a*\\*\" = 1",
        "\"a\\*\"=\"x,y\" = 0.000001, 0.001/s"
      })
  void parsesQuotedTexts(String text) {
    SamplingRules rules = SamplingRules.parse(text);

    assertThat(SamplingRules.parse(rules.toString())).isEqualTo(rules);
    assertThat(rules.toString()).isEqualTo(text.replace("name=", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|1|expected a rule, such as * = 0.1 for all traces",
        "` ; # a`|7|expected a rule, such as * = 0.1 for all traces",
        "= 1|1|expected a condition, such as * for all spans",
        "a & = 1|5|expected a condition, such as * for all spans",
        "a =|4|expected a value, a ratio or a rate after =",
        "a|1|expected a ratio or a rate after 'a', such as = 0.1",
        "a = 1; kind=SERVER|13|'SERVER' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 1.5|5|'1.5' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = -1|5|'-1' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = NaN|5|'NaN' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 50%|5|'50%' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 1..2|5|'1..2' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "* = 0.|5|'0.' is neither a ratio from 0 to 1 nor a rate such as 10/s; a digit must follow the point",
        "* = .|5|'.' is neither a ratio from 0 to 1 nor a rate such as 10/s; a digit must follow the point",
        "* = 10./s|5|'10./s' is not a rate; expected a number from 0.001 to 1000000 followed by /s",
        "/health* = 0 * = 0.1|13|expected a semicolon or a new line after '0'; quote the value if it contains a blank",
        "a = 0 b = 1|6|expected a semicolon or a new line after '0'; quote the value if it contains a blank",
        "a = .5 b|7|expected a semicolon or a new line after '.5'; quote the value if it contains a blank",
        "a = 10/s kind=SERVER = 1|9|expected a semicolon or a new line after '10/s'; quote the value if it contains a blank",
        "a = 0.5, 3/s b = 1|13|expected a semicolon or a new line after '3/s'; quote the value if it contains a blank",
        "a = 10/m|5|'10/m' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 0/s|5|'0/s' is not a rate; expected a number from 0.001 to 1000000 followed by /s",
        "a = 1, 5|8|'5' is not a rate; expected a number from 0.001 to 1000000 followed by /s",
        "a = 1,|7|expected a rate after the comma, such as 10/s",
        "a = 10/s, 1|9|expected a semicolon or a new line after the rule",
        "kind=FOO = 1|6|'FOO' is not a span kind; expected one of [INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER]",
        "http.*=a = 1|1|an attribute key must not contain *",
        "url=a=b = 1|7|unexpected =; quote texts that contain =",
        "`\"a = 1`|1|missing closing quotation mark",
        "`\"\\a\" = 1`|2|expected \", * or a backslash after the backslash",
        "`\\a = 1`|1|a backslash is allowed only in quotation marks",
        "* = 1; a = 0|8|this rule can never match, because an earlier rule matches every span; move"
            + " it before that rule"
      })
  void reportsErrorWithColumn(String text, int column, String problem) {
    SamplingRulesException error =
        catchThrowableOfType(SamplingRulesException.class, () -> SamplingRules.parse(text));

    assertThat(error).hasMessage("column " + column + ": " + problem);
    assertThat(List.of(error.line(), error.column())).containsExactly(1, column);
  }

  @Test
  void acceptsBlanksInValueThatIsNotADecision() {
    assertThat(SamplingRules.parse("shop=24 hours = 1; a=\"0 b\" = .5").toString())
        .isEqualTo("shop=24 hours = 1; a=\"0 b\" = 0.5");
  }

  @Test
  void reportsErrorWithLine() {
    SamplingRulesException error =
        catchThrowableOfType(
            SamplingRulesException.class, () -> SamplingRules.parse("# a\na = 1\n  b = 2\n"));

    assertThat(error)
        .hasMessage("line 3, column 7: '2' is neither a ratio from 0 to 1 nor a rate such as 10/s");
    assertThat(List.of(error.line(), error.column())).containsExactly(3, 7);
  }

  @Test
  void parsesDocumentedRules() throws IOException {
    String text = Files.readString(Path.of("../docs/telemetry/sampling.md"));
    String variable = "SPANLOOM_SAMPLING_RULES='";
    int rules = text.indexOf(variable) + variable.length();
    int file = text.indexOf("    # probes");

    assertThat(SamplingRules.parse(text.substring(rules, text.indexOf("'\n", rules))).rules())
        .hasSize(5);
    assertThat(SamplingRules.parse(text.substring(file, text.indexOf("\n\n", file))).rules())
        .hasSize(3);
  }

  @Test
  void reportsDocumentedError() throws IOException {
    SamplingRulesException error =
        catchThrowableOfType(
            SamplingRulesException.class, () -> SamplingRules.parse("/health* = 0; * = 1.5"));

    assertThat(Files.readString(Path.of("../docs/telemetry/sampling.md")))
        .contains(error.getMessage());
  }
}

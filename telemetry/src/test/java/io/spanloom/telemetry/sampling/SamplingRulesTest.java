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
  void rulesAreReadInTheirOrder() {
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
  void aFileHasARulePerLineAndComments() {
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
  void whatIsSpecialIsQuoted(String text) {
    SamplingRules rules = SamplingRules.parse(text);

    assertThat(SamplingRules.parse(rules.toString())).isEqualTo(rules);
    assertThat(rules.toString()).isEqualTo(text.replace("name=", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|1|there is no rule; one for all traces is * = 0.1",
        "` ; # a`|7|there is no rule; one for all traces is * = 0.1",
        "= 1|1|a name is missing here, such as * for all",
        "a & = 1|5|a name is missing here, such as * for all",
        "a =|4|after = a value or a number is missing",
        "a|1|'a' is not followed by what becomes of its traces, such as = 0.1",
        "a = 1; kind=SERVER|13|'SERVER' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 1.5|5|'1.5' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = -1|5|'-1' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = NaN|5|'NaN' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 50%|5|'50%' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 1..2|5|'1..2' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 10/m|5|'10/m' is neither a ratio from 0 to 1 nor a rate such as 10/s",
        "a = 0/s|5|'0/s' is no rate; it is 10/s or another number from 0.001 to 1000000 a second",
        "a = 1, 5|8|'5' is no rate; it is 10/s or another number from 0.001 to 1000000 a second",
        "a = 1,|7|after the comma a rate is missing, such as 10/s",
        "a = 10/s, 1|9|a rule ends here; a semicolon or a new line has to follow",
        "kind=FOO = 1|6|'FOO' is no kind; there are [INTERNAL, SERVER, CLIENT, PRODUCER, CONSUMER]",
        "http.*=a = 1|1|the key of an attribute is written in full, without *",
        "url=a=b = 1|7|there is one = too many; a text with = in it has to be quoted",
        "`\"a = 1`|1|the quotation mark is never closed",
        "`\"\\a\" = 1`|2|after a backslash comes \", * or another backslash",
        "`\\a = 1`|1|a backslash may only stand in quotation marks",
        "* = 1; a = 0|8|this rule is never asked, since * before it means every span; put it before"
            + " that one"
      })
  void aMistakeIsNamedWithItsPlace(String text, int column, String problem) {
    SamplingRulesException said =
        catchThrowableOfType(SamplingRulesException.class, () -> SamplingRules.parse(text));

    assertThat(said).hasMessage("column " + column + ": " + problem);
    assertThat(List.of(said.line(), said.column())).containsExactly(1, column);
  }

  @Test
  void aMistakeInManyLinesIsNamedWithItsLine() {
    SamplingRulesException said =
        catchThrowableOfType(
            SamplingRulesException.class, () -> SamplingRules.parse("# a\na = 1\n  b = 2\n"));

    assertThat(said)
        .hasMessage("line 3, column 7: '2' is neither a ratio from 0 to 1 nor a rate such as 10/s");
    assertThat(List.of(said.line(), said.column())).containsExactly(3, 7);
  }

  @Test
  void theRulesOfTheDocumentationAreRules() throws IOException {
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
  void theMistakeOfTheDocumentationIsSaidSo() throws IOException {
    SamplingRulesException said =
        catchThrowableOfType(
            SamplingRulesException.class, () -> SamplingRules.parse("/health* = 0; * = 1.5"));

    assertThat(Files.readString(Path.of("../docs/telemetry/sampling.md")))
        .contains(said.getMessage());
  }
}

package io.spanloom.telemetry.view.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTest {

  @ParameterizedTest
  @CsvSource({
    "'',false,false",
    "'',true,false",
    "TERM=xterm,true,true",
    "TERM=xterm,false,false",
    "WT_SESSION=1,true,true",
    "TERM=dumb,true,false",
    "CLICOLOR=0 TERM=xterm,true,false",
    "CLICOLOR=1 TERM=xterm,true,true",
    "CLICOLOR_FORCE=1,false,true",
    "CLICOLOR_FORCE=0,false,false",
    "FORCE_COLOR=1,false,true",
    "FORCE_COLOR=0,false,false",
    "FORCE_COLOR=1 TERM=dumb,false,true",
    "NO_COLOR=1 TERM=xterm,true,false",
    "NO_COLOR=1 FORCE_COLOR=1,true,false",
    "NO_COLOR= TERM=xterm,true,true",
  })
  void usesColorsOnTerminalsUnlessAVariableOverridesThat(
      String variables, boolean interactive, boolean expected) {
    assertThat(Terminal.of(environment(variables), interactive).colors()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'',100", "COLUMNS=72,72", "COLUMNS=3,40", "COLUMNS=wide,100", "COLUMNS=-1,40"})
  void readsWidthFromColumns(String variables, int expected) {
    assertThat(Terminal.of(environment(variables), true).columns()).isEqualTo(expected);
  }

  private static Map<String, String> environment(String variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables.split(" ")) {
      String[] parts = variable.split("=", 2);
      if (parts.length == 2) {
        environment.put(parts[0], parts[1]);
      }
    }
    return environment;
  }
}

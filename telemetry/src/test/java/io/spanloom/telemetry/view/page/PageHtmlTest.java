package io.spanloom.telemetry.view.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PageHtmlTest {

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
  private static final Pattern FUNCTION =
      Pattern.compile("(?m)^(?:async )?function (\\w+)\\(|^const (\\w+) = [^;\\n]*=>");

  @Test
  void scriptsCallOnlyFunctionsOfEarlierScripts() {
    List<String> earlier = new ArrayList<>();
    for (String name : PageHtml.SCRIPTS) {
      String script = COMMENT.matcher(PageHtml.resource(name)).replaceAll("");
      for (String function : functions(script)) {
        Pattern call = Pattern.compile("(?<![.\\w])" + function + "\\(");
        assertThat(earlier)
            .as("scripts before %s, which call its function %s", name, function)
            .noneMatch(before -> call.matcher(before).find());
      }
      earlier.add(script);
    }
    assertThat(functions(earlier.get(0))).contains("listedTraces", "setFilter");
  }

  private static List<String> functions(String script) {
    return FUNCTION
        .matcher(script)
        .results()
        .map((MatchResult match) -> match.group(1) == null ? match.group(2) : match.group(1))
        .toList();
  }
}

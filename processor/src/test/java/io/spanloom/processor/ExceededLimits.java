package io.spanloom.processor;

import io.spanloom.processor.check.Code;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources whose aspects would exceed a limit of Java or of file systems. */
final class ExceededLimits {

  static final List<InvalidSource> ALL =
      InvalidSource.list(
          InvalidSource.error(
              "advice has at most 255 parameter slots, its instance included",
              Code.ASPECT_TOO_LARGE,
              "The advice of method 'wide' would have 256 parameter slots: one for each annotated"
                  + " parameter, two if it is a long or a double, and one for each instance. Java"
                  + " allows 255. Remove the annotation from some parameters.",
              wide("^@Traced static", "int", 255, "")),
          InvalidSource.error(
              "long and double parameters take two slots",
              Code.ASPECT_TOO_LARGE,
              "would have 256 parameter slots",
              wide("^@Traced", "long", 127, "@SpanAttribute(value = \"n\", from = \"this.n\") "),
              wide("@Traced static", "double", 127, "").replace("Wide", "Fits")),
          InvalidSource.error(
              "the name of the aspect's class file has at most 255 bytes",
              Code.ASPECT_TOO_LARGE,
              "because the name of its class file would have 256 bytes and file systems allow 255."
                  + " Shorten the name of the class.",
              """
              package shop;
              import io.spanloom.Traced;
              ^class %s { @Traced void place() {} }
              """
                  .formatted("C".repeat(244))));

  private ExceededLimits() {}

  private static String wide(String modifiers, String type, int count, String more) {
    return """
        package shop;
        import io.spanloom.*;
        class Wide {
          int n;
          %s %svoid wide(%s) {}
        }
        """
        .formatted(
            modifiers,
            more,
            IntStream.range(0, count)
                .mapToObj(i -> "@SpanAttribute " + type + " p" + i)
                .collect(Collectors.joining(", ")));
  }
}

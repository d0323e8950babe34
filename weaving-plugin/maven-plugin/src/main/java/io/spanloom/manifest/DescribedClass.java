package io.spanloom.manifest;

import com.google.gson.annotations.SerializedName;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The span description of a class.
 *
 * @param className the class's binary name
 * @param source the aspect's source file, relative to the folder for generated sources
 * @param spans the spans of the class's methods, sorted by name
 */
record DescribedClass(
    @SerializedName("class") String className, String source, List<DescribedSpan> spans) {

  DescribedClass {
    Objects.requireNonNull(className, "class");
    Objects.requireNonNull(source, "source");
    spans =
        List.copyOf(spans).stream()
            .sorted(
                Comparator.comparing(DescribedSpan::label).thenComparing(DescribedSpan::descriptor))
            .toList();
  }

  /** Returns a copy with the weaving state that a function returns for each span. */
  DescribedClass withWoven(Function<DescribedSpan, @Nullable Boolean> state) {
    return new DescribedClass(
        className, source, spans.stream().map(span -> span.withWoven(state.apply(span))).toList());
  }
}

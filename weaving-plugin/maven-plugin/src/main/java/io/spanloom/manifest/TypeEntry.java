package io.spanloom.manifest;

import com.google.gson.annotations.SerializedName;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The spans of a class.
 *
 * @param className its binary name
 * @param source the source of its aspect, in the folder of generated sources
 * @param spans what its methods make
 */
record TypeEntry(@SerializedName("class") String className, String source, List<SpanEntry> spans) {

  TypeEntry {
    Objects.requireNonNull(className, "class");
    Objects.requireNonNull(source, "source");
    spans =
        List.copyOf(spans).stream()
            .sorted(Comparator.comparing(SpanEntry::label).thenComparing(SpanEntry::descriptor))
            .toList();
  }

  TypeEntry with(Stream<SpanEntry> other) {
    return new TypeEntry(className, source, other.toList());
  }
}

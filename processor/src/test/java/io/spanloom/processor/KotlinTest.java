package io.spanloom.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Kotlin classes as kapt shows them: Java sources whose methods return a default value. */
final class KotlinTest {

  @Test
  void tracesMethodsButNotAccessorsOfKotlinClass() {
    CompiledSources compiled =
        CompiledSources.of(
            """
            package shop;
            @kotlin.Metadata
            @io.spanloom.Traced
            public final class Cart {
              private final String name = null;
              private boolean isOpen = false;
              public final String getName() { return null; }
              public final boolean isOpen() { return false; }
              public final void setOpen(boolean open) {}
              public final String component1() { return null; }
              public final Cart copy(String name) { return null; }
              public final int getTotal() { return 0; }
              public final void setName(String first, String last) {}
              public final void clear() {}
            }
            """,
            "package kotlin;\npublic @interface Metadata {}");

    assertThat(compiled.errors()).isEmpty();
    assertThat(
            Pattern.compile("void start(\\w+)").matcher(compiled.generated().toString()).results())
        .extracting(found -> found.group(1))
        .containsExactly("GetTotal", "SetName", "Clear");
  }
}

package program;

import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import java.util.Optional;
import java.util.UUID;

/** Parameters with a single value. */
class Parameters {

  enum Size {
    SMALL {
      @Override
      public String toString() {
        return "small, as text";
      }
    }
  }

  static void run() {
    Parameters parameters = new Parameters();
    Scenario.of("parameter: String", () -> parameters.string("text"));
    Scenario.of("parameter: empty String", () -> parameters.string(""));
    Scenario.of("parameter: null", () -> parameters.nulls(null, null, null));
    Scenario.of(
        "parameter: primitive",
        () -> parameters.primitives((byte) 1, (short) 2, 3, 4L, 5.5f, 6.5, true, 'c'));
    Scenario.of(
        "parameter: boxed",
        () -> parameters.boxes((byte) 1, (short) 2, 3, 4L, 5.5f, 6.5, true, 'c'));
    Scenario.of("parameter: enum", () -> parameters.anEnum(Size.SMALL));
    Scenario.of("parameter: UUID", () -> parameters.uuid(new UUID(1, 2)));
    Scenario.of("parameter: Object", () -> parameters.object(7L, "text", new Object[0].length));
    Scenario.of("parameter: CharSequence", () -> parameters.characters(new StringBuilder("text")));
    Scenario.of(
        "parameter: Optional", () -> parameters.optional(Optional.of("x"), Optional.empty()));
    Scenario.of("parameter: key by name", () -> parameters.byName("text"));
    Scenario.of("parameter: blank key", () -> parameters.blankKey("text"));
    Scenario.of("parameter: two of one key", () -> parameters.twice("first", "second"));
    Scenario.of("parameter: two of one key, null second", () -> parameters.twice("first", null));
    Scenario.of("parameter: code.function.name", () -> parameters.reserved("mine", "thread"));
    Scenario.of("parameter: toString is null", () -> parameters.object(new Silent(), "after", 1));
    Scenario.of("parameter: not annotated", () -> parameters.some("a", "b"));
    Scenario.of("parameter: static method", () -> ofStatic("text"));
    Scenario.of("parameter: changed in the body", () -> parameters.changed("before"));
    Scenario.of("parameter: constructor", () -> new Parameters("text"));
  }

  Parameters() {}

  @WithSpan
  Parameters(@SpanAttribute("key") String value) {}

  @WithSpan
  void string(@SpanAttribute("key") String value) {}

  @WithSpan
  void nulls(
      @SpanAttribute("string") String string,
      @SpanAttribute("box") Integer box,
      @SpanAttribute("object") Object object) {}

  @WithSpan
  void primitives(
      @SpanAttribute("byte") byte aByte,
      @SpanAttribute("short") short aShort,
      @SpanAttribute("int") int anInt,
      @SpanAttribute("long") long aLong,
      @SpanAttribute("float") float aFloat,
      @SpanAttribute("double") double aDouble,
      @SpanAttribute("boolean") boolean aBoolean,
      @SpanAttribute("char") char aChar) {}

  @WithSpan
  void boxes(
      @SpanAttribute("byte") Byte aByte,
      @SpanAttribute("short") Short aShort,
      @SpanAttribute("int") Integer anInt,
      @SpanAttribute("long") Long aLong,
      @SpanAttribute("float") Float aFloat,
      @SpanAttribute("double") Double aDouble,
      @SpanAttribute("boolean") Boolean aBoolean,
      @SpanAttribute("char") Character aChar) {}

  @WithSpan
  void anEnum(@SpanAttribute("key") Size size) {}

  @WithSpan
  void uuid(@SpanAttribute("key") UUID id) {}

  @WithSpan
  void object(
      @SpanAttribute("first") Object first,
      @SpanAttribute("second") Object second,
      @SpanAttribute("third") Object third) {}

  @WithSpan
  void characters(@SpanAttribute("key") CharSequence value) {}

  @WithSpan
  void optional(
      @SpanAttribute("full") Optional<String> full,
      @SpanAttribute("empty") Optional<String> none) {}

  @WithSpan
  void byName(@SpanAttribute String ofTheSource) {}

  @WithSpan
  void blankKey(@SpanAttribute(" ") String value) {}

  @WithSpan
  void twice(@SpanAttribute("key") String first, @SpanAttribute("key") String second) {}

  @WithSpan
  void reserved(
      @SpanAttribute("code.function.name") String function,
      @SpanAttribute("thread.name") String thread) {}

  @WithSpan
  void some(@SpanAttribute("a") String a, String b) {}

  @WithSpan
  static void ofStatic(@SpanAttribute("key") String value) {}

  @WithSpan
  void changed(@SpanAttribute("key") String value) {
    value = "after";
  }

  /** A class whose {@code toString()} returns null. */
  static final class Silent {
    @Override
    public String toString() {
      return null;
    }
  }
}

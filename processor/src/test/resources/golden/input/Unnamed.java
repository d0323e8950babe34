import io.spanloom.SpanAttribute;
import io.spanloom.Traced;

class Unnamed {

  enum Mood {
    GOOD
  }

  @Traced
  public static void main(String[] args) {}

  static class Nested {
    @Traced
    Unnamed make(@SpanAttribute Mood mood) {
      return null;
    }
  }
}

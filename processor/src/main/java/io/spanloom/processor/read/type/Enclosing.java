package io.spanloom.processor.read.type;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds the class that something is declared in. */
public final class Enclosing {

  private Enclosing() {}

  /**
   * Returns the innermost class around an element.
   *
   * @param element a class, a member of one, a parameter, or something outside of all classes
   * @return the element itself if it is a class, or empty where there is none
   */
  public static Optional<TypeElement> find(@Nullable Element element) {
    for (Element outer = element; outer != null; outer = outer.getEnclosingElement()) {
      if (outer instanceof TypeElement type) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  public static TypeElement type(@Nullable Element member) {
    return find(member).orElseThrow(() -> new IllegalArgumentException(member + " is in no class"));
  }
}

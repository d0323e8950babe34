package io.spanloom.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds the class that something is declared in. */
public final class Enclosing {

  private Enclosing() {}

  /**
   * Returns the innermost class around an element.
   *
   * @param element a class, a member of one, or a parameter
   * @return the element itself if it is a class
   */
  public static TypeElement type(@Nullable Element element) {
    for (Element outer = element; outer != null; outer = outer.getEnclosingElement()) {
      if (outer instanceof TypeElement type) {
        return type;
      }
    }
    throw new IllegalArgumentException(element + " is in no class");
  }
}

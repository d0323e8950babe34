package io.spanloom.processor.read.type;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds the class that encloses an element. */
public final class EnclosingTypes {

  private EnclosingTypes() {}

  /**
   * Returns the innermost class that encloses an element.
   *
   * @param element any element, or null
   * @return the element itself if it is a class, or empty if no class encloses it
   */
  public static Optional<TypeElement> find(@Nullable Element element) {
    for (Element outer = element; outer != null; outer = outer.getEnclosingElement()) {
      if (outer instanceof TypeElement type) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the innermost class that encloses a member.
   *
   * @param member a class, a member of a class, or a parameter
   * @return the class
   * @throws IllegalArgumentException if no class encloses the element
   */
  public static TypeElement of(@Nullable Element member) {
    return find(member)
        .orElseThrow(() -> new IllegalArgumentException("no class encloses " + member));
  }
}

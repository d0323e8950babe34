package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.AttributeSource;
import io.spanloom.processor.model.TracedMethod;
import java.util.List;
import java.util.stream.Collectors;

/** Rules for the paths of attributes. */
final class PathRules {

  private PathRules() {}

  static void pathsHaveValues(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (attribute.source() instanceof AttributeSource.Broken broken) {
        report.error(code(broken), attribute.sourceLocation(), text(broken, method.signature()));
      }
    }
  }

  private static Code code(AttributeSource.Broken broken) {
    return switch (broken.fault()) {
      case SYNTAX -> Code.INVALID_PATH;
      case UNKNOWN_ROOT, UNKNOWN_MEMBER -> Code.UNKNOWN_NAME;
      case INACCESSIBLE -> Code.INACCESSIBLE_MEMBER;
      case UNNAMEABLE -> Code.INACCESSIBLE_TYPE;
      case NO_SINGLE_VALUE -> Code.NO_SINGLE_VALUE;
      default -> Code.NO_VALUE;
    };
  }

  private static String text(AttributeSource.Broken broken, String method) {
    String name = broken.name();
    String type = broken.typeText();
    return switch (broken.fault()) {
      case SYNTAX ->
          """
          '%s' is not a valid path. A path is a dot-separated list of fields, properties and \
          no-argument calls, such as customer().address().city.\
          """
              .formatted(broken.text());
      case UNKNOWN_ROOT ->
          "'%s' is neither a parameter of '%s' nor a known type. %s"
              .formatted(name, method, suggestion(broken, "The path can start with"));
      case UNKNOWN_MEMBER ->
          "Type %s has no member '%s'. %s"
              .formatted(type, name, suggestion(broken, "Its accessible members are"));
      case INACCESSIBLE ->
          """
          Member '%s' of %s is not accessible to the generated aspect, which is a separate class \
          in the package of the traced class. Make it package-private, or public if it is in \
          another package, or choose another path.\
          """
              .formatted(name, type);
      case UNNAMEABLE ->
          """
          Type %s in path '%s' is not accessible to the generated aspect, which is a separate \
          class in the package of the traced class. Make it package-private, or public if it is \
          in another package, or choose another path.\
          """
              .formatted(type, broken.text());
      case REQUIRES_ARGUMENTS ->
          """
          '%s' of %s requires arguments; paths can only call methods without parameters. Choose \
          such a method.\
          """
              .formatted(name, type);
      case VOID ->
          "'%s' of %s returns no value. Choose a method that returns one.".formatted(name, type);
      case PRIMITIVE ->
          """
          '%s' cannot be read from a value of type %s, because primitive types have no members. \
          End the path before it.\
          """
              .formatted(name, type);
      case NO_INSTANCE ->
          """
          'this' is not available in static method '%s'. Start the path with a parameter or with \
          result.\
          """
              .formatted(method);
      case NO_RESULT ->
          """
          'result' is not available, because '%s' returns no value. Start the path with a \
          parameter or with this.\
          """
              .formatted(method);
      case NO_SINGLE_VALUE ->
          """
          'result' of '%s' cannot be read, because %s does not complete with one value. Start the \
          path with a parameter or with this, or move the attribute to a method that handles one \
          of the values.\
          """
              .formatted(method, type);
      case NO_CONSTANT ->
          """
          Member '%s' of @%s cannot be an attribute, because it has no single value. Change its \
          type to String, a primitive type or an enum.\
          """
              .formatted(name, type);
      case MISSING_TYPE, NOT_YET_GENERATED ->
          """
          Type %s in path '%s' is not on the class path. Add the library that contains it, or \
          choose another path.\
          """
              .formatted(type, broken.text());
    };
  }

  private static String suggestion(AttributeSource.Broken broken, String introduction) {
    return Suggestions.nearest(broken.name(), broken.choices())
        .map("Did you mean '%s'?"::formatted)
        .orElseGet(() -> list(broken.choices(), introduction));
  }

  private static String list(List<String> choices, String introduction) {
    return choices.isEmpty()
        ? "Choose another path."
        : choices.stream()
            .map("'%s'"::formatted)
            .collect(Collectors.joining(", ", introduction + " ", "."));
  }
}

package io.spanloom.processor.check;

import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.Source;
import io.spanloom.processor.model.TracedMethod;
import java.util.List;

/** Rules about the paths that attributes are taken from. */
final class PathRules {

  private PathRules() {}

  static void pathsLeadToValues(TracedMethod method, Report report) {
    for (Attribute attribute : method.attributes()) {
      if (attribute.source() instanceof Source.Broken broken) {
        report.error(code(broken), attribute.sourceLocation(), text(broken, method));
      }
    }
  }

  private static Code code(Source.Broken broken) {
    return switch (broken.fault()) {
      case SYNTAX -> Code.PATH_SYNTAX;
      case UNKNOWN_ROOT, UNKNOWN_MEMBER -> Code.UNKNOWN_NAME;
      case INACCESSIBLE -> Code.INACCESSIBLE_MEMBER;
      case UNNAMEABLE -> Code.UNNAMEABLE_TYPE;
      default -> Code.NO_VALUE;
    };
  }

  private static String text(Source.Broken broken, TracedMethod method) {
    String name = "'" + broken.name() + "'";
    String type = broken.typeText();
    return switch (broken.fault()) {
      case SYNTAX ->
          "'"
              + broken.text()
              + "' is no path. A path is names of fields and properties and calls without"
              + " arguments, joined by dots, such as customer().address().city.";
      case UNKNOWN_ROOT ->
          "The path begins with "
              + name
              + ", which is no parameter of "
              + method.signature()
              + " and no type of this package. "
              + remedy(broken, "It can begin with ");
      case UNKNOWN_MEMBER -> type + " has no " + name + ". " + remedy(broken, "It has ");
      case INACCESSIBLE ->
          "Generated code lies in the package of the traced class and may not use "
              + name
              + " of "
              + type
              + ". Make it package-private there if that is the same package, or else public, or"
              + " take another way.";
      case UNNAMEABLE ->
          "Type "
              + type
              + ", which the path '"
              + broken.text()
              + "' leads over, is not visible to the other classes of this package, of which the"
              + " generated aspect is one. Make it visible there, or take another way.";
      case REQUIRES_ARGUMENTS ->
          name
              + " of "
              + type
              + " wants arguments, and a path has none to give. Take a method without parameters.";
      case VOID -> name + " of " + type + " returns nothing. Take a method that returns a value.";
      case PRIMITIVE ->
          "The path goes on with "
              + name
              + " after a value of type "
              + type
              + ", which has no members. End the path before it.";
      case NO_INSTANCE ->
          "The static method "
              + method.signature()
              + " runs on no instance, so there is no 'this'. Begin the path with a parameter or"
              + " with result.";
      case NO_RESULT ->
          method.signature()
              + " returns nothing, so there is no 'result'. Begin the path with a parameter or with"
              + " this.";
      case NO_CONSTANT ->
          "Member "
              + name
              + " of @"
              + type
              + " is no single value, and an attribute takes one. Make it a String, a primitive"
              + " type or an enum.";
      case MISSING_TYPE, NOT_YET_GENERATED ->
          "Type "
              + type
              + ", which the path '"
              + broken.text()
              + "' leads over, is not on the class path. Add the library that has it, or take"
              + " another way.";
    };
  }

  private static String remedy(Source.Broken broken, String introduction) {
    List<String> nearest = Suggestions.to(broken.name(), broken.choices());
    if (!nearest.isEmpty()) {
      return "Did you mean '" + nearest.get(0) + "'?";
    }
    return broken.choices().isEmpty()
        ? "Take another way."
        : introduction + String.join(", ", broken.choices()) + ".";
  }
}

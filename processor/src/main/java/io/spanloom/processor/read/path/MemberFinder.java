package io.spanloom.processor.read.path;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.AttributeSource.Fault;
import io.spanloom.processor.model.AttributeSource.Form;
import io.spanloom.processor.model.AttributeSource.Step;
import io.spanloom.processor.read.type.EnclosingTypes;
import io.spanloom.processor.read.type.Readiness;
import io.spanloom.processor.read.type.TypeAccess;
import io.spanloom.processor.read.type.TypeNames;
import io.spanloom.processor.read.type.TypeQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the member that a segment of a path refers to, as far as generated code can access it. */
final class MemberFinder {

  private final Elements elements;
  private final Types types;
  private final TypeQueries queries;
  private final TypeNames typeNames;
  private final TypeAccess typeAccess;
  private final Readiness readiness;

  MemberFinder(
      Elements elements,
      Types types,
      TypeQueries queries,
      TypeNames typeNames,
      TypeAccess typeAccess,
      Readiness readiness) {
    this.elements = elements;
    this.types = types;
    this.queries = queries;
    this.typeNames = typeNames;
    this.typeAccess = typeAccess;
    this.readiness = readiness;
  }

  /** The result of a lookup: a step and the type of its value, or a fault and the type at fault. */
  record Found(@Nullable Step step, TypeMirror type, @Nullable Fault fault) {

    static Found fault(Fault fault, TypeMirror type) {
      return new Found(null, type, fault);
    }
  }

  /**
   * Finds a member.
   *
   * @param receiver the type in which to look
   * @param segment the segment of the path
   * @param from the package of the generated code
   */
  Found find(TypeMirror receiver, PathSegment segment, PackageElement from) {
    TypeMirror type = queries.bound(receiver);
    if (type.getKind().isPrimitive()) {
      return Found.fault(Fault.PRIMITIVE, type);
    }
    if (type.getKind() == TypeKind.ERROR) {
      return Found.fault(Fault.NOT_YET_GENERATED, type);
    }
    if (type instanceof ArrayType) {
      return !segment.call() && segment.name().equals("length")
          ? new Found(
              new Step(Form.FIELD, "length", TypeName.INT, false, null, false),
              types.getPrimitiveType(TypeKind.INT),
              null)
          : Found.fault(Fault.UNKNOWN_MEMBER, type);
    }
    Found found = Found.fault(Fault.UNKNOWN_MEMBER, type);
    for (TypeMirror bound : queries.bounds(receiver)) {
      Found inBound = findIn((DeclaredType) queries.capture(bound), type, segment, from);
      if (inBound.fault() == null) {
        return inBound;
      }
      found = inBound.fault() == Fault.UNKNOWN_MEMBER ? found : inBound;
    }
    return found;
  }

  private Found findIn(
      DeclaredType type, TypeMirror receiver, PathSegment segment, PackageElement from) {
    Fault fault = Fault.UNKNOWN_MEMBER;
    for (Element member : candidates((TypeElement) type.asElement(), segment)) {
      Fault accessFault = accessFault(member, from);
      if (accessFault == null) {
        return found(type, receiver, member, from);
      }
      fault = accessFault;
    }
    return Found.fault(fault, type);
  }

  /** Returns the members that a segment can refer to, in order of precedence. */
  private List<Element> candidates(TypeElement type, PathSegment segment) {
    List<Element> result = new ArrayList<>();
    if (segment.call()) {
      result.addAll(methods(type, segment.name()));
    } else {
      // Accessors first: a field may become private later, by Lombok for example.
      if (!type.getRecordComponents().isEmpty()) {
        result.addAll(methods(type, segment.name()));
      }
      String property =
          Character.toUpperCase(segment.name().charAt(0)) + segment.name().substring(1);
      result.addAll(methods(type, "get" + property));
      result.addAll(methods(type, "is" + property));
      ElementFilter.fieldsIn(elements.getAllMembers(type)).stream()
          .filter(field -> field.getSimpleName().contentEquals(segment.name()))
          .forEach(result::add);
    }
    return result;
  }

  private List<ExecutableElement> methods(TypeElement type, String name) {
    return queries.methods(type).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        // Those without parameters first, so that a fault is not reported for an overload.
        .sorted((a, b) -> Integer.compare(a.getParameters().size(), b.getParameters().size()))
        .toList();
  }

  private @Nullable Fault accessFault(Element member, PackageElement from) {
    if (member instanceof ExecutableElement method) {
      if (!method.getParameters().isEmpty()) {
        return Fault.REQUIRES_ARGUMENTS;
      }
      if (method.getReturnType().getKind() == TypeKind.VOID) {
        return Fault.VOID;
      }
    }
    boolean visible =
        member.getModifiers().contains(Modifier.PUBLIC)
            || (!member.getModifiers().contains(Modifier.PRIVATE)
                && elements.getPackageOf(member).equals(from));
    return visible ? null : Fault.INACCESSIBLE;
  }

  private Found found(DeclaredType type, TypeMirror receiver, Element member, PackageElement from) {
    boolean call = member instanceof ExecutableElement;
    TypeMirror value =
        queries.bound(
            call
                ? queries.returnType(type, (ExecutableElement) member)
                : types.asMemberOf(type, member));
    if (value.getKind() == TypeKind.ERROR) {
      boolean here = readiness.isCompiledHere(EnclosingTypes.of(member));
      return Found.fault(here ? Fault.NOT_YET_GENERATED : Fault.MISSING_TYPE, value);
    }
    if (!typeAccess.isNameable(value, from)) {
      return Found.fault(Fault.UNNAMEABLE, value);
    }
    boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
    TypeMirror declared =
        call ? ((ExecutableElement) member).getReturnType() : ((VariableElement) member).asType();
    boolean cast =
        !value.getKind().isPrimitive()
            && !types.isSubtype(types.erasure(declared), types.erasure(value));
    return new Found(
        new Step(
            form(call, isStatic),
            member.getSimpleName().toString(),
            typeNames.withWildcards(value),
            cast,
            isStatic ? ClassName.get((TypeElement) type.asElement()) : otherBound(type, receiver),
            elements.isDeprecated(member)),
        value,
        null);
  }

  private static Form form(boolean call, boolean isStatic) {
    if (call) {
      return isStatic ? Form.STATIC_CALL : Form.CALL;
    }
    return isStatic ? Form.STATIC_FIELD : Form.FIELD;
  }

  /** Returns the bound to cast to, or null if the erasure of a type variable has the member. */
  private @Nullable TypeName otherBound(DeclaredType bound, TypeMirror receiver) {
    return types.isSubtype(types.erasure(receiver), types.erasure(bound))
        ? null
        : typeNames.withWildcards(bound);
  }

  /** Returns the type of an {@code Optional}'s value, or empty for any other type. */
  Optional<TypeMirror> optionalValue(TypeMirror type) {
    return Optional.ofNullable(queries.argumentOf(type, "java.util.Optional"));
  }

  /** Returns the step that reads the value of an {@code Optional}. */
  Step unwrap(TypeMirror value) {
    boolean cast = !types.isSameType(types.erasure(value), queries.object());
    return new Step(Form.UNWRAP, "orElse", typeNames.withWildcards(value), cast, null, false);
  }

  /** Returns the members with which a path can continue after a type. */
  List<String> choices(TypeMirror receiver, PackageElement from) {
    TypeMirror type = queries.bound(receiver);
    if (type instanceof ArrayType) {
      return List.of("length");
    }
    List<String> result = new ArrayList<>();
    for (TypeMirror bound : queries.bounds(receiver)) {
      if (bound instanceof DeclaredType declared) {
        for (Element member : elements.getAllMembers((TypeElement) declared.asElement())) {
          boolean field = member.getKind().isField();
          if ((field || member.getKind() == ElementKind.METHOD)
              && accessFault(member, from) == null
              && !isDeclaredByObject(member)) {
            result.add(member.getSimpleName() + (field ? "" : "()"));
          }
        }
      }
    }
    return result.stream().distinct().sorted().toList();
  }

  private static boolean isDeclaredByObject(Element member) {
    return !member.getSimpleName().contentEquals("toString")
        && EnclosingTypes.of(member).getQualifiedName().contentEquals("java.lang.Object");
  }
}

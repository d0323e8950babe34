package io.spanloom.processor.read.path;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import io.spanloom.processor.model.Source.Fault;
import io.spanloom.processor.model.Source.Form;
import io.spanloom.processor.model.Source.Step;
import io.spanloom.processor.read.type.Enclosing;
import io.spanloom.processor.read.type.Readiness;
import io.spanloom.processor.read.type.TypeWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the member that a step of a path means, as generated code beside a class can use it. */
public final class Members {

  private final Elements elements;
  private final Types types;
  private final TypeWriter names;
  private final TypeAccess naming;
  private final Readiness readiness;

  public Members(
      Elements elements, Types types, TypeWriter names, TypeAccess naming, Readiness readiness) {
    this.readiness = readiness;
    this.elements = elements;
    this.types = types;
    this.names = names;
    this.naming = naming;
  }

  /** What was looked for: a name and whether it is a call. */
  record Wanted(String name, boolean call) {
    @Override
    public String toString() {
      return call ? name + "()" : name;
    }
  }

  /** What looking for a member has come to: a step and the type of what it gives, or a fault. */
  record Found(@Nullable Step step, TypeMirror type, @Nullable Fault fault) {

    static Found fault(Fault fault, TypeMirror type) {
      return new Found(null, type, fault);
    }
  }

  /**
   * Finds a member.
   *
   * @param receiver the type that it is looked for in
   * @param wanted what is looked for
   * @param from the package of the code that uses it
   */
  Found find(TypeMirror receiver, Wanted wanted, PackageElement from) {
    TypeMirror type = names.bound(receiver);
    if (type.getKind().isPrimitive()) {
      return Found.fault(Fault.PRIMITIVE, type);
    }
    if (type.getKind() == TypeKind.ERROR) {
      return Found.fault(Fault.NOT_YET, type);
    }
    if (type instanceof ArrayType) {
      return !wanted.call() && wanted.name().equals("length")
          ? new Found(
              new Step(Form.FIELD, "length", TypeName.INT, false, null, false),
              types.getPrimitiveType(TypeKind.INT),
              null)
          : Found.fault(Fault.UNKNOWN_MEMBER, type);
    }
    Found found = Found.fault(Fault.UNKNOWN_MEMBER, type);
    for (TypeMirror bound : bounds(type)) {
      Found inBound = findIn((DeclaredType) types.capture(bound), type, wanted, from);
      if (inBound.fault() == null) {
        return inBound;
      }
      found = inBound.fault() == Fault.UNKNOWN_MEMBER ? found : inBound;
    }
    return found;
  }

  private static List<? extends TypeMirror> bounds(TypeMirror type) {
    return type instanceof IntersectionType several ? several.getBounds() : List.of(type);
  }

  private Found findIn(DeclaredType type, TypeMirror receiver, Wanted wanted, PackageElement from) {
    Fault fault = Fault.UNKNOWN_MEMBER;
    for (Element member : meant((TypeElement) type.asElement(), wanted)) {
      Fault unusable = unusable(member, from);
      if (unusable == null) {
        return found(type, receiver, member, from);
      }
      fault = unusable;
    }
    return Found.fault(fault, type);
  }

  /** The members that a name can mean, the nearest first. */
  private List<Element> meant(TypeElement type, Wanted wanted) {
    List<Element> result = new ArrayList<>();
    if (wanted.call()) {
      result.addAll(methods(type, wanted.name()));
    } else {
      ElementFilter.fieldsIn(elements.getAllMembers(type)).stream()
          .filter(field -> field.getSimpleName().contentEquals(wanted.name()))
          .forEach(result::add);
      if (!type.getRecordComponents().isEmpty()) {
        result.addAll(methods(type, wanted.name()));
      }
      String property = Character.toUpperCase(wanted.name().charAt(0)) + wanted.name().substring(1);
      result.addAll(methods(type, "get" + property));
      result.addAll(methods(type, "is" + property));
    }
    return result;
  }

  private List<ExecutableElement> methods(TypeElement type, String name) {
    return names.methods(type).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        // Without arguments first, so that an overload that wants some is not what is spoken of.
        .sorted((a, b) -> Integer.compare(a.getParameters().size(), b.getParameters().size()))
        .toList();
  }

  private @Nullable Fault unusable(Element member, PackageElement from) {
    if (member instanceof ExecutableElement method) {
      if (!method.getParameters().isEmpty()) {
        return Fault.WANTS_ARGUMENTS;
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
    TypeMirror gives =
        names.bound(
            call
                ? names.returned(type, (ExecutableElement) member)
                : types.asMemberOf(type, member));
    if (gives.getKind() == TypeKind.ERROR) {
      boolean here = readiness.isCompiledHere(Enclosing.type(member));
      return Found.fault(here ? Fault.NOT_YET : Fault.MISSING_TYPE, gives);
    }
    if (!naming.isNameable(gives, from)) {
      return Found.fault(Fault.UNNAMEABLE, gives);
    }
    boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
    TypeMirror declared =
        call ? ((ExecutableElement) member).getReturnType() : ((VariableElement) member).asType();
    boolean cast =
        !gives.getKind().isPrimitive()
            && !types.isSubtype(types.erasure(declared), types.erasure(gives));
    return new Found(
        new Step(
            form(call, isStatic),
            member.getSimpleName().toString(),
            names.withWildcards(gives),
            cast,
            isStatic ? ClassName.get((TypeElement) type.asElement()) : otherBound(type, receiver),
            elements.isDeprecated(member)),
        gives,
        null);
  }

  private static Form form(boolean call, boolean isStatic) {
    if (call) {
      return isStatic ? Form.STATIC_CALL : Form.CALL;
    }
    return isStatic ? Form.STATIC_FIELD : Form.FIELD;
  }

  /** The bound to cast to, where it is not the one that a variable's erasure has. */
  private @Nullable TypeName otherBound(DeclaredType bound, TypeMirror receiver) {
    return types.isSubtype(types.erasure(receiver), types.erasure(bound))
        ? null
        : names.withWildcards(bound);
  }

  /** Returns what an {@code Optional} holds, or nothing for any other type. */
  Optional<TypeMirror> held(TypeMirror type) {
    return Optional.ofNullable(names.argumentOf(type, "java.util.Optional"));
  }

  Step unwrap(TypeMirror held) {
    boolean cast = !types.isSameType(types.erasure(held), names.object());
    return new Step(Form.UNWRAP, "orElse", names.withWildcards(held), cast, null, false);
  }

  /** Returns what could be written after a type: its fields, properties and calls. */
  List<String> choices(TypeMirror receiver, PackageElement from) {
    TypeMirror type = names.bound(receiver);
    if (type instanceof ArrayType) {
      return List.of("length");
    }
    List<String> result = new ArrayList<>();
    for (TypeMirror bound : bounds(type)) {
      if (bound instanceof DeclaredType declared) {
        for (Element member : elements.getAllMembers((TypeElement) declared.asElement())) {
          boolean field = member.getKind().isField();
          if ((field || member.getKind() == javax.lang.model.element.ElementKind.METHOD)
              && unusable(member, from) == null
              && !isOfObject(member)) {
            result.add(member.getSimpleName() + (field ? "" : "()"));
          }
        }
      }
    }
    return result.stream().distinct().sorted().toList();
  }

  private static boolean isOfObject(Element member) {
    return !member.getSimpleName().contentEquals("toString")
        && Enclosing.type(member).getQualifiedName().contentEquals("java.lang.Object");
  }
}

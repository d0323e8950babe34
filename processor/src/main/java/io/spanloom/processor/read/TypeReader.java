package io.spanloom.processor.read;

import static com.google.auto.common.MoreElements.getAnnotationMirror;

import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.TypeName;
import io.spanloom.ParentContext;
import io.spanloom.SpanAttribute;
import io.spanloom.SpanAttributes;
import io.spanloom.SpanLink;
import io.spanloom.processor.model.AttributeType;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.read.annotation.AnnotationResolver;
import io.spanloom.processor.read.annotation.Annotations;
import io.spanloom.processor.read.annotation.AppliedAnnotation;
import io.spanloom.processor.read.annotation.Exclusions;
import io.spanloom.processor.read.path.Members;
import io.spanloom.processor.read.path.PathReader;
import io.spanloom.processor.read.path.PathScope;
import io.spanloom.processor.read.path.TypeAccess;
import io.spanloom.processor.read.path.TypeFinder;
import io.spanloom.processor.read.type.AttributeTypes;
import io.spanloom.processor.read.type.Descriptors;
import io.spanloom.processor.read.type.Enclosing;
import io.spanloom.processor.read.type.Readiness;
import io.spanloom.processor.read.type.TypeWriter;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a class with traced methods into the model. */
public final class TypeReader {

  private final Elements elements;
  private final Types types;
  private final AnnotationResolver marks;
  private final Exclusions excluded;
  private final Descriptors jvmNames;
  private final TypeWriter names;
  private final AttributeTypes attributeTypes;
  private final AttributeReader attributes;
  private final TypeAccess naming;
  private final ContextParameterReader handed;
  private final SpanReader spans;
  private final AiResponseReader answers;
  private final AspectContextReader aspectContext;

  /**
   * Makes a reader.
   *
   * @param elements of the compilation
   * @param types of the compilation
   * @param source the version of Java that the compilation is in
   * @param marks says which annotations hold for a method
   * @param excluded what is left out of the build
   * @param readiness says what is compiled here
   */
  public TypeReader(
      Elements elements,
      Types types,
      SourceVersion source,
      AnnotationResolver marks,
      Exclusions excluded,
      Readiness readiness) {
    this.excluded = excluded;
    this.elements = elements;
    this.marks = marks;
    this.types = types;
    this.jvmNames = new Descriptors(elements, types);
    this.naming = new TypeAccess(elements, types);
    this.names = new TypeWriter(elements, types);
    this.attributeTypes = new AttributeTypes(types, names);
    Members members = new Members(elements, types, names, naming, readiness);
    this.attributes =
        new AttributeReader(
            new PathReader(members, names, naming, new TypeFinder(elements)), attributeTypes);
    this.handed = new ContextParameterReader(types, names);
    this.spans = new SpanReader(naming);
    this.answers = new AiResponseReader(elements, types);
    this.aspectContext = new AspectContextReader(elements, source);
  }

  /**
   * Reads a class.
   *
   * @param type a well-formed class
   * @return the model of it
   */
  public TracedType read(TypeElement type) {
    PackageElement packageElement = elements.getPackageOf(type);
    List<TracedMethod> methods = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.METHOD || member.getKind() == ElementKind.CONSTRUCTOR) {
        TracedMethod method = method((ExecutableElement) member, type, packageElement);
        if (!method.spans().isEmpty() || (method.saysMore() && !isExcused(member, type))) {
          methods.add(method);
        }
      }
    }
    return new TracedType(
        new SourceLocation(type, null, null),
        ClassName.get(type),
        elements.getBinaryName(type).toString(),
        naming.isNameable(type, packageElement),
        type.getKind() == ElementKind.ANNOTATION_TYPE,
        aspectContext.read(type, methods),
        List.copyOf(methods),
        marks.unreached(type));
  }

  /** Whether what a method says of attributes is meant for something else. */
  private boolean isExcused(Element member, TypeElement type) {
    return isAccessor(member)
        || (type.getKind() == ElementKind.ANNOTATION_TYPE && marks.isMark(type));
  }

  /** A record's accessor bears what its component does, and there it is the constructor's. */
  private static boolean isAccessor(Element member) {
    TypeElement type = Enclosing.type(member);
    return type.getRecordComponents().stream()
            .anyMatch(component -> member.equals(component.getAccessor()))
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .flatMap(constructor -> constructor.getParameters().stream())
            .filter(parameter -> parameter.getSimpleName().equals(member.getSimpleName()))
            .anyMatch(
                parameter ->
                    getAnnotationMirror(parameter, SpanAttribute.class).isPresent()
                        || getAnnotationMirror(parameter, SpanAttributes.class).isPresent());
  }

  private TracedMethod method(ExecutableElement method, TypeElement type, PackageElement from) {
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    String simpleName =
        constructor ? type.getSimpleName().toString() : method.getSimpleName().toString();
    String displayName =
        type.getSimpleName() + "." + (constructor ? "new" : method.getSimpleName());
    List<AppliedAnnotation> held = marks.of(method, type);
    ExecutableElement declaring = declaring(method, held);
    PathScope scope =
        new PathScope(
            method,
            type,
            from,
            declaring.getParameters().stream()
                .map(each -> each.getSimpleName().toString())
                .toList(),
            (each, plain) -> adviceType(each, plain, from));
    List<SpanForm> forms = spans.read(method, held, displayName, from);
    return new TracedMethod(
        new SourceLocation(method, null, null),
        method.getSimpleName().toString(),
        simpleName,
        elements.getBinaryName(type) + "." + method.getSimpleName(),
        signature(method, simpleName),
        jvmNames.descriptor(method),
        jvmNames.pattern(method),
        method.getModifiers().contains(Modifier.ABSTRACT),
        type.getKind().isInterface() && type.getKind() != ElementKind.ANNOTATION_TYPE,
        method.getModifiers().contains(Modifier.NATIVE),
        result(method, forms),
        jvmNames.leadingParameters(method).size(),
        method.getParameters().size(),
        attributes.read(declaring, held, scope),
        handed.read(declaring, scope, ParentContext.class),
        handed.read(declaring, scope, SpanLink.class),
        forms,
        held.stream()
            .filter(mark -> !mark.isDirect(method) || mark.kind().isForeign())
            .map(mark -> inherited(mark, type))
            .findFirst(),
        excluded.contains(elements.getBinaryName(type) + "." + method.getSimpleName()));
  }

  /** The method whose parameters' annotations hold: the one that bears the mark, or itself. */
  private static ExecutableElement declaring(
      ExecutableElement method, List<AppliedAnnotation> held) {
    return held.stream()
        .map(AppliedAnnotation::holder)
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .findFirst()
        .orElse(method);
  }

  /** Where a class file shows the annotation that a method itself does not bear. */
  private TracedMethod.Inherited inherited(AppliedAnnotation mark, TypeElement type) {
    TypeElement annotation = Annotations.typeOf(mark.written());
    Retention retention = annotation.getAnnotation(Retention.class);
    String holder =
        mark.holder() instanceof PackageElement packageElement
            ? packageElement.getQualifiedName() + ".package-info"
            : elements.getBinaryName(Enclosing.find(mark.holder()).orElse(type)).toString();
    return new TracedMethod.Inherited(
        elements.getBinaryName(annotation).toString(),
        holder,
        retention == null || retention.value() != RetentionPolicy.SOURCE);
  }

  private String signature(ExecutableElement method, String name) {
    String text =
        method.getParameters().stream()
            .map(parameter -> simpleText(parameter.asType()))
            .collect(Collectors.joining(", "));
    return name + "(" + (method.isVarArgs() ? Descriptors.withDots(text) : text) + ")";
  }

  private String simpleText(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    String text = TypeName.get(erased).toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }

  private Result result(ExecutableElement method, List<SpanForm> forms) {
    TypeMirror returned = method.getReturnType();
    if (returned.getKind() == TypeKind.DECLARED || returned.getKind() == TypeKind.TYPEVAR) {
      TypeMirror erased = types.erasure(returned);
      TypeMirror stage =
          types.erasure(elements.getTypeElement("java.util.concurrent.CompletionStage").asType());
      if (types.isAssignable(returned, stage)) {
        return new Result.Stage(returned.toString(), !types.isAssignable(erased, stage));
      }
      if (forms.stream().anyMatch(SpanForm.AiCall.class::isInstance)) {
        return answers
            .read(erased)
            .map(Result.class::cast)
            .orElseGet(() -> new Result.Plain(returned.toString()));
      }
    }
    return new Result.Plain(returned.toString());
  }

  /**
   * A parameter's type where generated code can name it, or one that serves as well. An enum is any
   * enum: its class may be private, or lie in another class's file.
   */
  private TypeName adviceType(TypeMirror type, boolean plain, PackageElement from) {
    AttributeType attribute = attributeTypes.typeOf(type);
    boolean own = naming.isNameable(type, from) && !(plain && attribute == AttributeType.ENUM);
    return own
        ? names.withWildcards(type)
        : names.nameable(attribute, type.getKind() == TypeKind.ARRAY);
  }
}

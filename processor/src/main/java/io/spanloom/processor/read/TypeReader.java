package io.spanloom.processor.read;

import static com.google.auto.common.MoreElements.getAnnotationMirror;

import com.squareup.javapoet.ClassName;
import io.spanloom.SpanAttribute;
import io.spanloom.SpanAttributes;
import io.spanloom.processor.model.AspectReferences;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.read.annotation.AnnotationResolver;
import io.spanloom.processor.read.type.EnclosingTypes;
import io.spanloom.processor.read.type.Readiness;
import io.spanloom.processor.read.type.TypeAccess;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads a class with traced methods into the model. */
public final class TypeReader {

  private final Elements elements;
  private final AnnotationResolver annotations;
  private final TypeAccess typeAccess;
  private final AspectContextReader aspectContext;
  private final MethodReader methods;

  /**
   * Creates a reader for one round.
   *
   * @param environment the compilation
   * @param annotations determines the annotations that apply to a method
   * @param readiness knows which classes are compiled from source
   * @param references the names to which every generated aspect may refer
   */
  public TypeReader(
      ProcessingEnvironment environment,
      AnnotationResolver annotations,
      Readiness readiness,
      AspectReferences references) {
    this.elements = environment.getElementUtils();
    this.annotations = annotations;
    this.typeAccess = new TypeAccess(elements, environment.getTypeUtils());
    this.aspectContext =
        new AspectContextReader(elements, environment.getSourceVersion(), references);
    this.methods = new MethodReader(environment, annotations, typeAccess, readiness);
  }

  /**
   * Reads a class.
   *
   * @param type a well-formed class
   * @return its model
   */
  public TracedType read(TypeElement type) {
    List<TracedMethod> traced = new ArrayList<>();
    for (Element member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.METHOD || member.getKind() == ElementKind.CONSTRUCTOR) {
        TracedMethod method = methods.read((ExecutableElement) member, type);
        if (!method.spans().isEmpty() || (method.requiresSpan() && !isExempt(member, type))) {
          traced.add(method);
        }
      }
    }
    return new TracedType(
        new SourceLocation(type, null, null),
        ClassName.get(type),
        elements.getBinaryName(type).toString(),
        typeAccess.isNameable(type.asType(), elements.getPackageOf(type)),
        type.getKind() == ElementKind.ANNOTATION_TYPE,
        aspectContext.read(type, traced),
        List.copyOf(traced),
        annotations.untracedImplementations(type));
  }

  /** Returns whether the attributes of a method do not require a span on the method itself. */
  private boolean isExempt(Element member, TypeElement type) {
    return isAccessorOfAnnotatedComponent(member)
        || annotations.isTracedInImplementations((ExecutableElement) member, type)
        || (type.getKind() == ElementKind.ANNOTATION_TYPE && annotations.isSpanAnnotation(type));
  }

  /**
   * Annotations on a record component also appear on its accessor; they apply to the constructor
   * parameter.
   */
  private static boolean isAccessorOfAnnotatedComponent(Element member) {
    TypeElement type = EnclosingTypes.of(member);
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
}

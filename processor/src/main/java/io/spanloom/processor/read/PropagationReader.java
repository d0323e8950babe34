package io.spanloom.processor.read;

import static com.google.auto.common.AnnotationMirrors.getAnnotationValue;
import static com.google.auto.common.MoreElements.getAnnotationMirror;

import com.squareup.javapoet.ClassName;
import io.spanloom.PropagateContext;
import io.spanloom.processor.model.AspectReferences;
import io.spanloom.processor.model.BooleanOption;
import io.spanloom.processor.model.PropagatingType;
import io.spanloom.processor.model.SourceLocation;
import io.spanloom.processor.read.annotation.SpanAnnotations;
import io.spanloom.processor.read.type.TaskCalls;
import io.spanloom.processor.read.type.TypeAccess;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Reads which classes propagate the context. The innermost annotation decides: that of the class,
 * of an enclosing class, of the package, or else the option.
 */
public final class PropagationReader {

  /** The option that covers the whole compilation. */
  public static final BooleanOption OPTION = new BooleanOption("spanloom.propagateContext", false);

  private final Elements elements;
  private final TypeAccess typeAccess;
  private final AspectContextReader aspectContext;
  private final TaskCalls taskCalls;
  private final boolean everywhere;

  /**
   * Creates a reader.
   *
   * @param environment the compilation
   * @param references the names to which every generated class may refer
   */
  public PropagationReader(ProcessingEnvironment environment, AspectReferences references) {
    this.elements = environment.getElementUtils();
    this.typeAccess = new TypeAccess(elements, environment.getTypeUtils());
    this.aspectContext =
        new AspectContextReader(elements, environment.getSourceVersion(), references);
    this.taskCalls = new TaskCalls(environment);
    this.everywhere = OPTION.in(environment.getOptions());
  }

  /**
   * Reads a top-level class.
   *
   * @param type the class
   * @return the class itself, or those of its nested classes, that propagate the context. A class
   *     that only its package or the option covers is left out if it certainly makes no such call
   */
  public List<PropagatingType> read(TypeElement type) {
    List<PropagatingType> result = new ArrayList<>();
    if (!SpanAnnotations.isGenerated(type)) {
      Boolean ofPackage = value(elements.getPackageOf(type));
      add(type, ofPackage == null ? everywhere : ofPackage, result);
    }
    return result;
  }

  private void add(TypeElement type, boolean inherited, List<PropagatingType> result) {
    Boolean own = value(type);
    boolean propagates = own == null ? inherited && taskCalls.mayHandOver(type) : own;
    if (propagates) {
      List<String> exempt = new ArrayList<>();
      addExempt(type, exempt, result);
      result.add(propagating(type, exempt));
    } else {
      // The weaver requires a declaration of each annotated class, even if it hands over no task.
      nested(type).forEach(each -> add(each, false, result));
    }
  }

  /** Collects the exempt nested classes, and the classes inside those that are annotated again. */
  private void addExempt(TypeElement type, List<String> exempt, List<PropagatingType> result) {
    for (TypeElement each : nested(type)) {
      Boolean own = value(each);
      if (own == null || own) {
        addExempt(each, exempt, result);
      } else {
        exempt.add(elements.getBinaryName(each).toString());
        add(each, false, result);
      }
    }
  }

  private static List<TypeElement> nested(TypeElement type) {
    return ElementFilter.typesIn(type.getEnclosedElements());
  }

  private PropagatingType propagating(TypeElement type, List<String> exempt) {
    AnnotationMirror annotation = annotation(type);
    return new PropagatingType(
        new SourceLocation(type, annotation, null),
        ClassName.get(type),
        elements.getBinaryName(type).toString(),
        typeAccess.isNameable(type.asType(), elements.getPackageOf(type)),
        annotation != null,
        List.copyOf(exempt),
        aspectContext.read(type, List.of()));
  }

  private static @Nullable AnnotationMirror annotation(Element element) {
    return getAnnotationMirror(element, PropagateContext.class).orNull();
  }

  /** Returns the value of an element's annotation, or null if it carries none. */
  private static @Nullable Boolean value(Element element) {
    AnnotationMirror annotation = annotation(element);
    return annotation == null
        ? null
        : !getAnnotationValue(annotation, "value").getValue().equals(false);
  }
}

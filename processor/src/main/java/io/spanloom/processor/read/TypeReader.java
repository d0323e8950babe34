package io.spanloom.processor.read;

import static com.google.auto.common.MoreElements.getAnnotationMirror;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.spanloom.SpanAttribute;
import io.spanloom.processor.model.Attribute;
import io.spanloom.processor.model.Place;
import io.spanloom.processor.model.Result;
import io.spanloom.processor.model.SpanForm;
import io.spanloom.processor.model.TracedMethod;
import io.spanloom.processor.model.TracedType;
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
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a class with traced methods into the model. */
public final class TypeReader {

  private final Elements elements;
  private final Types types;
  private final JvmNames jvmNames;
  private final AttributeTypes attributeTypes;
  private final Naming naming;
  private final SpanReader spans;
  private final AnswerReader answers;
  private final SurroundingsReader surroundings;

  /**
   * Makes a reader.
   *
   * @param elements of the compilation
   * @param types of the compilation
   * @param source the version of Java that the compilation is in
   */
  public TypeReader(Elements elements, Types types, SourceVersion source) {
    this.elements = elements;
    this.types = types;
    this.jvmNames = new JvmNames(elements, types);
    this.attributeTypes = new AttributeTypes(types);
    this.naming = new Naming(elements, types);
    this.spans = new SpanReader(naming);
    this.answers = new AnswerReader(elements, types);
    this.surroundings = new SurroundingsReader(elements, source);
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
        if (!method.spans().isEmpty() || !method.attributes().isEmpty()) {
          methods.add(method);
        }
      }
    }
    return new TracedType(
        new Place(type, null, null),
        ClassName.get(type),
        elements.getBinaryName(type).toString(),
        naming.isNameable(type, packageElement),
        type.getKind() == ElementKind.ANNOTATION_TYPE,
        surroundings.read(type, methods),
        List.copyOf(methods));
  }

  private TracedMethod method(ExecutableElement method, TypeElement type, PackageElement from) {
    boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
    String simpleName =
        constructor ? type.getSimpleName().toString() : method.getSimpleName().toString();
    String displayName =
        type.getSimpleName() + "." + (constructor ? "new" : method.getSimpleName());
    List<SpanForm> forms = spans.read(method, displayName, from);
    return new TracedMethod(
        new Place(method, null, null),
        method.getSimpleName().toString(),
        simpleName,
        elements.getBinaryName(type) + "." + method.getSimpleName(),
        signature(method, simpleName),
        jvmNames.descriptor(method),
        jvmNames.pattern(method),
        method.getModifiers().contains(Modifier.ABSTRACT),
        method.getModifiers().contains(Modifier.NATIVE),
        result(method, forms),
        jvmNames.leadingParameters(method).size(),
        method.getParameters().size(),
        attributes(method),
        forms);
  }

  private String signature(ExecutableElement method, String name) {
    String text =
        method.getParameters().stream()
            .map(parameter -> simpleText(parameter.asType()))
            .collect(Collectors.joining(", "));
    return name + "(" + (method.isVarArgs() ? JvmNames.withDots(text) : text) + ")";
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

  private List<Attribute> attributes(ExecutableElement method) {
    List<Attribute> result = new ArrayList<>();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      int index = i;
      getAnnotationMirror(parameter, SpanAttribute.class)
          .toJavaUtil()
          .ifPresent(
              mirror -> {
                SpanForm.Name key =
                    SpanReader.name(
                        parameter, mirror, "value", parameter.getSimpleName().toString());
                TypeMirror type = parameter.asType();
                result.add(
                    new Attribute(
                        key.place(),
                        key.text(),
                        parameter.getSimpleName().toString(),
                        index,
                        attributeTypes.nameOf(type),
                        type.toString(),
                        attributeTypes.typeOf(type)));
              });
    }
    return List.copyOf(result);
  }
}

package io.spanloom.processor;

import com.google.auto.common.GeneratedAnnotations;
import com.google.auto.common.SuperficialValidation;
import com.google.auto.service.AutoService;
import com.palantir.javapoet.ClassName;
import io.spanloom.AICall;
import io.spanloom.SpanAttribute;
import io.spanloom.Traced;
import io.spanloom.WorkflowStep;
import io.spanloom.processor.check.Code;
import io.spanloom.processor.check.Diagnostic;
import io.spanloom.processor.check.Report;
import io.spanloom.processor.check.Rules;
import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.read.Enclosing;
import io.spanloom.processor.read.TypeReader;
import io.spanloom.processor.write.AspectWriter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;

/**
 * Writes an aspect for each class with traced methods: reads it, checks it and, where nothing is
 * wrong, writes.
 *
 * <p>A class that is not yet well-formed, because another processor still has to write part of it,
 * waits for a later round; what never becomes well-formed is javac's to report. No annotation is
 * claimed, so that other processors see them too.
 */
@AutoService(Processor.class)
public final class SpansProcessor extends AbstractProcessor {

  private static final List<Class<? extends Annotation>> ANNOTATIONS =
      List.of(Traced.class, WorkflowStep.class, AICall.class, SpanAttribute.class);

  private Set<String> deferred = Set.of();
  private int writtenAspects;
  private int writtenMethods;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return ANNOTATIONS.stream().map(Class::getCanonicalName).collect(Collectors.toSet());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Messages messages = new Messages(processingEnv.getMessager());
    if (round.processingOver()) {
      reportWritten(messages, round);
      return false;
    }
    Set<String> stillDeferred = new LinkedHashSet<>();
    for (TypeElement type : candidates(round)) {
      try {
        if (SuperficialValidation.validateElement(type)) {
          trace(type, messages);
        } else {
          stillDeferred.add(type.getQualifiedName().toString());
        }
      } catch (RuntimeException fault) {
        messages.print(
            Kind.ERROR,
            Code.INTERNAL,
            "Spanloom could not process "
                + type
                + ": "
                + fault
                + ". This is a fault of Spanloom;"
                + " please report it, with the source of the class.");
      }
    }
    deferred = stillDeferred;
    return false;
  }

  private Set<TypeElement> candidates(RoundEnvironment round) {
    Elements elements = processingEnv.getElementUtils();
    Set<TypeElement> result = new LinkedHashSet<>();
    for (String name : deferred) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        result.add(type);
      }
    }
    for (Class<? extends Annotation> annotation : ANNOTATIONS) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        result.add(Enclosing.type(element));
      }
    }
    return result;
  }

  private void trace(TypeElement element, Messages messages) {
    Elements elements = processingEnv.getElementUtils();
    TracedType type = new TypeReader(elements, processingEnv.getTypeUtils()).read(element);
    Report report = Rules.check(type);
    report.diagnostics().forEach(messages::print);
    if (report.isClean()) {
      write(type, messages);
    }
  }

  private void write(TracedType type, Messages messages) {
    AspectWriter writer =
        new AspectWriter(
            SpansProcessor.class.getName(),
            GeneratedAnnotations.generatedAnnotation(
                    processingEnv.getElementUtils(), processingEnv.getSourceVersion())
                .map(ClassName::get));
    try {
      writer.write(type).writeTo(processingEnv.getFiler());
      writtenAspects++;
      writtenMethods += type.methods().size();
    } catch (FilerException taken) {
      messages.print(
          new Diagnostic(
              Kind.ERROR,
              Code.NAME_TAKEN,
              type.place(),
              "The aspect of "
                  + type.binaryName()
                  + " cannot be written, because there is a class of"
                  + " its name: "
                  + taken.getMessage()
                  + ". Rename that class."));
    } catch (IOException failure) {
      messages.print(
          new Diagnostic(
              Kind.ERROR,
              Code.NAME_TAKEN,
              type.place(),
              "The aspect of "
                  + type.binaryName()
                  + " cannot be written: "
                  + failure.getMessage()));
    }
  }

  private void reportWritten(Messages messages, RoundEnvironment round) {
    if (writtenAspects > 0 && !round.errorRaised()) {
      messages.print(
          Kind.NOTE,
          Code.GENERATED,
          "Traced methods: "
              + writtenMethods
              + ", in classes: "
              + writtenAspects
              + ". Their spans appear once spanloom-maven-plugin, or io.spanloom.weaver.Main, has"
              + " woven the compiled classes.");
    }
  }
}

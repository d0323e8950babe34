package io.spanloom.processor;

import com.squareup.javapoet.JavaFile;
import io.spanloom.processor.check.Report;
import io.spanloom.processor.check.Rules;
import io.spanloom.processor.model.PropagatingType;
import io.spanloom.processor.read.PropagationReader;
import io.spanloom.processor.weave.CompilationWeaver;
import io.spanloom.processor.write.Imports;
import io.spanloom.processor.write.PropagationWriter;
import java.io.IOException;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Generates a declaration for each class whose calls carry the context to other threads. */
final class PropagationGenerator {

  private final ProcessingEnvironment environment;
  private final CompilationWeaver weaver;
  private final PropagationReader reader;
  private final PropagationWriter writer =
      new PropagationWriter(SpansProcessor.class.getName(), ProjectVersion.VALUE);

  PropagationGenerator(ProcessingEnvironment environment, CompilationWeaver weaver) {
    this.environment = environment;
    this.weaver = weaver;
    this.reader = new PropagationReader(environment, Imports.REFERENCES);
  }

  /** Generates the declarations of a round. */
  void process(RoundEnvironment round, Messages messages) {
    for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
      try {
        reader.read(type).forEach(each -> write(each, messages));
      } catch (RuntimeException | StackOverflowError fault) {
        messages.print(FailedGeneration.internal(type, fault));
      }
    }
  }

  private void write(PropagatingType type, Messages messages) {
    Report report = Rules.check(type);
    report.diagnostics().forEach(messages::print);
    if (!report.isClean()) {
      return;
    }
    JavaFile declaration = writer.write(type);
    String name = declaration.typeSpec.name;
    try {
      declaration.writeTo(environment.getFiler());
      weaver.add(type);
    } catch (FilerException taken) {
      messages.print(FailedGeneration.nameTaken(type, name));
    } catch (IOException failure) {
      messages.print(FailedGeneration.notWritten(type.location(), name, failure));
    }
  }
}

package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.weave.OutputFolder;
import io.spanloom.processor.write.description.SpanDescriptionWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Stores span descriptions next to the sources of the aspects. If the compiler has no separate
 * folder for generated sources, it puts them next to the classes; descriptions would then become
 * part of the artifact, so they are not written.
 */
final class SpanDescriptions {

  private final Filer filer;
  private final Elements elements;

  /** The outputs by module; javac has a folder for each. */
  private final Map<String, Output> outputs = new HashMap<>();

  SpanDescriptions(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  /**
   * An output location for sources.
   *
   * @param separate whether it differs from the location for classes
   * @param folder its folder, or empty if it has none
   */
  private record Output(boolean separate, Optional<Path> folder) {}

  void write(TracedType type) throws IOException {
    String packageName = type.name().packageName();
    String name = SpanDescriptionWriter.fileName(type);
    Element element = type.location().element();
    Output output =
        outputs.computeIfAbsent(
            String.valueOf(elements.getModuleOf(element)), module -> output(packageName, name));
    if (!output.separate()) {
      return;
    }
    byte[] description = SpanDescriptionWriter.write(type).getBytes(UTF_8);
    if (output.folder().isPresent()) {
      // javac's Filer compares each new file with all files it has created.
      Path folder = output.folder().get().resolve(packageName.replace('.', '/'));
      Files.createDirectories(folder);
      Files.write(folder.resolve(name), description);
      return;
    }
    FileObject file =
        filer.createResource(StandardLocation.SOURCE_OUTPUT, packageName, name, element);
    // openWriter() would use the encoding of the user's sources.
    try (OutputStream out = file.openOutputStream()) {
      out.write(description);
    }
  }

  private Output output(String packageName, String name) {
    try {
      FileObject source = filer.getResource(StandardLocation.SOURCE_OUTPUT, packageName, name);
      FileObject inClasses = filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, name);
      return new Output(
          !source.toUri().equals(inClasses.toUri()),
          Optional.ofNullable(OutputFolder.of(source, packageName)));
    } catch (IOException | RuntimeException unknown) {
      return new Output(false, Optional.empty());
    }
  }
}

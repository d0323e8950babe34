package io.spanloom.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.spanloom.processor.model.TracedType;
import io.spanloom.processor.write.description.SpanDescriptionWriter;
import java.io.IOException;
import java.io.OutputStream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Stores span descriptions next to the sources of the aspects. If the compiler has no separate
 * folder for generated sources, it puts them next to the classes; descriptions would then become
 * part of the artifact, so they are not written.
 */
final class SpanDescriptions {

  private final Filer filer;
  private @Nullable Boolean separateFolder;

  SpanDescriptions(Filer filer) {
    this.filer = filer;
  }

  void write(TracedType type) throws IOException {
    String folder = type.name().packageName();
    String name = SpanDescriptionWriter.fileName(type);
    if (hasSourceFolder(folder, name)) {
      FileObject file =
          filer.createResource(
              StandardLocation.SOURCE_OUTPUT, folder, name, type.location().element());
      // openWriter() would use the encoding of the user's sources.
      try (OutputStream out = file.openOutputStream()) {
        out.write(SpanDescriptionWriter.write(type).getBytes(UTF_8));
      }
    }
  }

  private boolean hasSourceFolder(String folder, String name) {
    Boolean known = separateFolder;
    if (known == null) {
      try {
        FileObject source = filer.getResource(StandardLocation.SOURCE_OUTPUT, folder, name);
        FileObject inClasses = filer.getResource(StandardLocation.CLASS_OUTPUT, folder, name);
        known = !source.toUri().equals(inClasses.toUri());
      } catch (IOException | RuntimeException unknown) {
        known = false;
      }
      separateFolder = known;
    }
    return known;
  }
}

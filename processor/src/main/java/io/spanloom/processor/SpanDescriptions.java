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
 * Stores the description of a class's spans beside the source of its aspect. Where the compiler has
 * no folder for generated sources, they lie among the classes; a description there would be
 * shipped, and is left out.
 */
final class SpanDescriptions {

  private final Filer filer;
  private @Nullable Boolean apart;

  SpanDescriptions(Filer filer) {
    this.filer = filer;
  }

  void write(TracedType type) throws IOException {
    String folder = type.name().packageName();
    String name = SpanDescriptionWriter.fileName(type);
    if (sourcesLieApart(folder, name)) {
      FileObject file =
          filer.createResource(
              StandardLocation.SOURCE_OUTPUT, folder, name, type.place().element());
      // A writer of the compiler's would take the encoding of the user's sources.
      try (OutputStream out = file.openOutputStream()) {
        out.write(SpanDescriptionWriter.write(type).getBytes(UTF_8));
      }
    }
  }

  private boolean sourcesLieApart(String folder, String name) {
    Boolean known = apart;
    if (known == null) {
      try {
        FileObject source = filer.getResource(StandardLocation.SOURCE_OUTPUT, folder, name);
        FileObject shipped = filer.getResource(StandardLocation.CLASS_OUTPUT, folder, name);
        known = !source.toUri().equals(shipped.toUri());
      } catch (IOException | RuntimeException notSaid) {
        known = false;
      }
      apart = known;
    }
    return known;
  }
}

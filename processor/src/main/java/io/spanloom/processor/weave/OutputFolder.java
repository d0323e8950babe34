package io.spanloom.processor.weave;

import java.net.URI;
import java.nio.file.Path;
import javax.tools.FileObject;
import org.jspecify.annotations.Nullable;

/** The folder of an output location. */
public final class OutputFolder {

  private OutputFolder() {}

  /**
   * Returns the folder that contains the folders of packages.
   *
   * @param file a file in the output location
   * @param packageName the file's package
   * @return the folder, or null if the compiler does not write into a folder
   */
  public static @Nullable Path of(FileObject file, String packageName) {
    URI uri = file.toUri();
    Path folder = "file".equals(uri.getScheme()) ? Path.of(uri).getParent() : null;
    for (int i = 0; i < packageName.length() && folder != null; i++) {
      if (i == 0 || packageName.charAt(i) == '.') {
        folder = folder.getParent();
      }
    }
    return folder;
  }
}

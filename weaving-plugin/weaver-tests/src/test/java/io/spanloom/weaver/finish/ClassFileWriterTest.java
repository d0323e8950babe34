package io.spanloom.weaver.finish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.spanloom.weaver.FolderState;
import io.spanloom.weaver.WeaveException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClassFileWriterTest {

  private static final int BLOCK = 512;
  private static final int BLOCKS = 16;

  private FileSystem disk;
  private Path folder;
  private Path first;
  private Path second;

  @BeforeEach
  void formatDisk() throws IOException {
    disk =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder()
                .setBlockSize(BLOCK)
                .setMaxSize((long) BLOCK * BLOCKS)
                .build());
    folder = Files.createDirectories(disk.getPath("/classes/shop"));
    first = Files.writeString(folder.resolve("A.class"), "first, unwoven");
    second = Files.writeString(folder.resolve("B.class"), "second, unwoven");
  }

  @AfterEach
  void closeDisk() throws IOException {
    disk.close();
  }

  private static void write(Path a, String textOfA, Path b, String textOfB) throws Exception {
    ClassFileWriter writer = new ClassFileWriter();
    try {
      writer.prepare(a, textOfA.getBytes(UTF_8));
      writer.prepare(b, textOfB.getBytes(UTF_8));
      writer.replace(List.of(a, b));
    } finally {
      writer.cancel();
    }
  }

  @Test
  void replacesAllFilesAndRemovesTemporaryFiles() throws Exception {
    write(first, "first, woven", second, "second, woven");

    assertThat(first).hasContent("first, woven");
    assertThat(second).hasContent("second, woven");
    assertThat(Files.list(folder)).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void leavesFilesUnchangedWhenDiskIsFull() throws Exception {
    Files.write(disk.getPath("/filler"), new byte[BLOCK * (BLOCKS - 2)]);
    FolderState before = FolderState.of(folder);

    assertThatThrownBy(() -> write(first, "new", second, "new")).isInstanceOf(IOException.class);

    assertThat(FolderState.of(folder)).isEqualTo(before);
  }

  @Test
  void leavesFilesUnchangedWhenDiskFillsUpBetweenFiles() throws Exception {
    FolderState before = FolderState.of(folder);
    String large = "x".repeat(BLOCK * (BLOCKS - 3));

    assertThatThrownBy(() -> write(first, "new", second, large + large))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("out of disk space");

    assertThat(FolderState.of(folder)).isEqualTo(before);
  }

  @Test
  void leavesFilesUnchangedWhenDiskFillsUpWithinFile() throws Exception {
    FolderState before = FolderState.of(folder);
    String large = "x".repeat(BLOCK * BLOCKS);

    assertThatThrownBy(() -> write(first, large, second, "new")).isInstanceOf(IOException.class);

    assertThat(FolderState.of(folder)).isEqualTo(before);
  }

  @Test
  void requiresDiskSpaceOnlyForNewFiles() throws Exception {
    Files.write(disk.getPath("/filler"), new byte[BLOCK * (BLOCKS - 4)]);

    write(first, "first, woven", second, "second, woven");

    assertThat(second).hasContent("second, woven");
  }

  @Test
  void restoresReplacedFilesWhenLaterFileFails() throws Exception {
    Path folderInPlace = folder.resolve("C.class");
    Files.createDirectories(folderInPlace.resolve("in"));
    FolderState before = FolderState.of(folder);

    assertThatThrownBy(() -> write(first, "new", folderInPlace, "new"))
        .isInstanceOf(IOException.class);

    assertThat(FolderState.of(folder).contents()).isEqualTo(before.contents());
  }

  @Test
  void reportsReplacedFileThatCannotBeRestored() throws Exception {
    Path folderInPlace = folder.resolve("C.class");
    Files.createDirectories(folderInPlace.resolve("in"));
    ClassFileWriter writer = new ClassFileWriter();
    writer.prepare(first, "new".getBytes(UTF_8));
    writer.prepare(folderInPlace, "new".getBytes(UTF_8));
    List<Path> targets =
        new AbstractList<>() {
          @Override
          public Path get(int index) {
            if (index == 0) {
              return first;
            }
            createFolder(folder.resolve("A.class.spanloom")); // after the first file was replaced
            return folderInPlace;
          }

          @Override
          public int size() {
            return 2;
          }
        };

    assertThatThrownBy(() -> writer.replace(targets))
        .isInstanceOf(WeaveException.class)
        .hasMessage(
            "[SPL211] Writing the woven classes failed after /classes/shop/A.class was replaced, and"
                + " restoring its former content failed, too; run a clean build.");
  }

  private static void createFolder(Path path) {
    try {
      Files.createDirectory(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void keepsFolderNamedLikeTemporaryFile() throws Exception {
    Files.createDirectory(folder.resolve("B.class.spanloom"));
    FolderState before = FolderState.of(folder);

    assertThatThrownBy(() -> write(first, "new", second, "new")).isInstanceOf(IOException.class);

    assertThat(FolderState.of(folder)).isEqualTo(before);
  }

  @Test
  void removesLeftoversOfKilledRun() throws Exception {
    FolderState before = FolderState.of(folder);
    Files.writeString(folder.resolve("A.class.spanloom"), "half");

    ClassFileWriter.removeLeftovers(disk.getPath("/classes"));

    assertThat(FolderState.of(folder)).isEqualTo(before);
  }
}

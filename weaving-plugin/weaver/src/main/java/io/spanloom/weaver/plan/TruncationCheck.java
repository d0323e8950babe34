package io.spanloom.weaver.plan;

import org.objectweb.asm.ClassReader;

/**
 * Finds where the structure of a class file ends (JVMS 4.1). ASM does not read every part of it, so
 * that a file cut off in the midst may pass for whole.
 */
public final class TruncationCheck {

  private static final int U2 = 2;
  private static final int U4 = 4;

  private final ClassReader file;
  private int at;

  private TruncationCheck(ClassReader file) {
    this.file = file;
    this.at = file.header;
  }

  /**
   * Requires that a class file ends where its structure does.
   *
   * @throws RuntimeException if it does not
   */
  public static void require(ClassReader file, int length) {
    TruncationCheck end = new TruncationCheck(file);
    end.skipClass();
    if (end.at != length) {
      throw new IndexOutOfBoundsException(end.at);
    }
  }

  private void skipClass() {
    at += U2 + U2 + U2; // access flags, class, superclass
    int interfaces = count();
    at += U2 * interfaces;
    skipMembers(); // fields
    skipMembers(); // methods
    skipAttributes();
  }

  private void skipMembers() {
    for (int left = count(); left > 0; left--) {
      at += U2 + U2 + U2; // access flags, name, descriptor
      skipAttributes();
    }
  }

  private void skipAttributes() {
    for (int left = count(); left > 0; left--) {
      at += U2; // name
      at += U4 + file.readInt(at);
    }
  }

  private int count() {
    int count = file.readUnsignedShort(at);
    at += U2;
    return count;
  }
}

package io.spanloom.weaver.plan;

import org.objectweb.asm.ClassReader;

/**
 * Detects truncated class files by walking the whole structure (JVMS 4.1). ASM does not read every
 * part and so accepts some truncated files.
 */
public final class TruncationCheck {

  private static final int U2 = 2;
  private static final int U4 = 4;

  private final ClassReader file;
  private int position;

  private TruncationCheck(ClassReader file) {
    this.file = file;
    this.position = file.header;
  }

  /**
   * Requires that a class file has exactly the length that its structure implies.
   *
   * @throws RuntimeException if it does not
   */
  public static void require(ClassReader file, int length) {
    TruncationCheck check = new TruncationCheck(file);
    check.skipClass();
    if (check.position != length) {
      throw new IndexOutOfBoundsException(check.position);
    }
  }

  private void skipClass() {
    position += U2 + U2 + U2; // access flags, class, superclass
    int interfaces = count();
    position += U2 * interfaces;
    skipMembers(); // fields
    skipMembers(); // methods
    skipAttributes();
  }

  private void skipMembers() {
    for (int remaining = count(); remaining > 0; remaining--) {
      position += U2 + U2 + U2; // access flags, name, descriptor
      skipAttributes();
    }
  }

  private void skipAttributes() {
    for (int remaining = count(); remaining > 0; remaining--) {
      position += U2; // name
      position += U4 + file.readInt(position);
    }
  }

  private int count() {
    int count = file.readUnsignedShort(position);
    position += U2;
    return count;
  }
}

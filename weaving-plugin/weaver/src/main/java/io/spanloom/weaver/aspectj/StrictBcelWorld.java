package io.spanloom.weaver.aspectj;

import io.spanloom.weaver.finish.UnreadableTypeException;
import org.aspectj.apache.bcel.classfile.ClassFormatException;
import org.aspectj.bridge.IMessageHandler;
import org.aspectj.weaver.ReferenceType;
import org.aspectj.weaver.ReferenceTypeDelegate;
import org.aspectj.weaver.bcel.BcelWorld;
import org.aspectj.weaver.bcel.ClassPathManager;

/** An AspectJ world that reports which class file cannot be parsed. */
final class StrictBcelWorld extends BcelWorld {

  StrictBcelWorld(ClassPathManager paths, IMessageHandler messages) {
    super(paths, messages, null);
  }

  @Override
  protected ReferenceTypeDelegate resolveDelegate(ReferenceType type) {
    try {
      return super.resolveDelegate(type);
    } catch (ClassFormatException broken) {
      throw UnreadableTypeException.broken(type.getName());
    }
  }
}

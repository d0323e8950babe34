package io.spanloom.processor.weave;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;

/**
 * The compiler plugin that reports to the annotation processor which class files javac wrote, once
 * it has written the last one. javac finds it on the processor path and starts it without an
 * option.
 */
@AutoService(Plugin.class)
public final class WeavingPlugin implements Plugin {

  /** Called by javac. */
  public WeavingPlugin() {}

  @Override
  public String getName() {
    return "Spanloom";
  }

  @Override
  public boolean autoStart() {
    return true;
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    WrittenClasses written = new WrittenClasses(task.getElements());
    task.addTaskListener(written);
    CompilationEnd.offer(task, written::subscribe);
  }
}
